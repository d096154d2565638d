package dev.plankton.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says which data folder a command works on. */
public final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "The folder that keeps the database, the store and the reports (default: .plankton).")
    private @Nullable Path data;

    /** Whether the user named one. */
    boolean given() {
        return data != null;
    }

    public DataFolder folder() {
        Path chosen = data;
        Path folder = chosen == null
                ? Path.of(System.getProperty("plankton.home", ".")).resolve(".plankton")
                : chosen;
        return new DataFolder(folder.toAbsolutePath().normalize());
    }
}
