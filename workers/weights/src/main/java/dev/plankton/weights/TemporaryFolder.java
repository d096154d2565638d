package dev.plankton.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.file.PathUtils;

/** A folder that only this user can read. Closing deletes it with all its content. */
record TemporaryFolder(Path path) implements AutoCloseable {

    static TemporaryFolder create() throws IOException {
        return new TemporaryFolder(Files.createTempDirectory("plankton-weights-"));
    }

    @Override
    public void close() throws IOException {
        PathUtils.deleteDirectory(path);
    }
}
