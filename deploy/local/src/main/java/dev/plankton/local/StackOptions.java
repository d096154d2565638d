package dev.plankton.local;

import dev.plankton.app.DataFolder;
import dev.plankton.app.DataOption;
import dev.plankton.app.ui.ConductorUi;
import dev.plankton.embedded.StackConfig;
import dev.plankton.engine.service.Environment;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the commands that start the system. */
final class StackOptions {
    @Mixin
    private final DataOption data = new DataOption();

    @Option(names = "--fresh", description = "Empty the data folder first: database, uploads, results, reports.")
    private boolean fresh;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port of the address to open in a browser (default: the last one, at first 8127).")
    private int port;

    @Option(
            names = "--ui",
            paramLabel = "FOLDER|JAR|none",
            description =
                    "Conductor's UI: a folder with its index.html, a server jar, or the address of one (default: downloaded once).")
    private @Nullable String ui;

    @Option(names = "--conductor-port", paramLabel = "PORT", description = "Port of Conductor (default: a free one).")
    private int conductorPort;

    @Option(names = "--postgres-port", paramLabel = "PORT", description = "Port of PostgreSQL (default: a free one).")
    private int postgresPort;

    @Option(names = "--store-port", paramLabel = "PORT", description = "Port of the S3 store (default: a free one).")
    private int storePort;

    DataFolder folder() {
        return data.folder();
    }

    StartOptions start() {
        return new StartOptions(
                fresh,
                new StackConfig(postgresPort, storePort, conductorPort),
                port,
                Optional.ofNullable(ui).or(() -> Environment.value(System.getenv(), ConductorUi.VARIABLE)));
    }

    /** The same, but without the UI unless the user asked for one. */
    StartOptions startWithoutUi() {
        StartOptions options = start();
        return new StartOptions(
                options.fresh(), options.ports(), options.port(), options.ui().or(() -> Optional.of(ConductorUi.NONE)));
    }
}
