package dev.plankton.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The scripts that come with this program. */
final class Resources {
    private Resources() {}

    /** Puts a script into a folder, where Python can run it. */
    static Path unpack(String name, Path folder) throws IOException {
        try (InputStream packed = Objects.requireNonNull(Resources.class.getResourceAsStream(name), name)) {
            return Files.write(folder.resolve(name), packed.readAllBytes());
        }
    }
}
