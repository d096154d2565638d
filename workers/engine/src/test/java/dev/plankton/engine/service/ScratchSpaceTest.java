package dev.plankton.engine.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchSpaceTest {
    @TempDir
    Path parent;

    @Test
    void leavesNothingWhenClosed() throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open(parent)) {
            Files.writeString(
                    Files.createDirectories(scratch.folder().resolve("a/b")).resolve("file"), "x");
        }

        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void deletesWhatAKilledProcessLeftAndSparesTheLiving() throws IOException {
        Path dead = Files.createDirectories(parent.resolve("dead/step-1"));
        Files.writeString(dead.resolve("file"), "x");
        Files.createFile(parent.resolve("dead.lock"));

        try (ScratchSpace living = ScratchSpace.open(parent);
                ScratchSpace other = ScratchSpace.open(parent)) {
            assertThat(parent.resolve("dead")).doesNotExist();
            assertThat(parent.resolve("dead.lock")).doesNotExist();
            assertThat(living.folder()).isDirectory();
            assertThat(other.folder()).isDirectory().isNotEqualTo(living.folder());
        }
    }
}
