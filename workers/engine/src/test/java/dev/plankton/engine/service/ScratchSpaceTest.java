package dev.plankton.engine.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchSpaceTest {
    private Path parent;

    @BeforeEach
    void within(@TempDir Path folder) throws IOException {
        parent = Files.createDirectory(folder.resolve("scratch"));
    }

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

    @Test
    void servicesThatStartAndStopAtOnceLeaveEachOtherAlone(@TempDir Path logs) throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            ScratchOpener.class.getName(),
                            parent.toString(),
                            "50")
                    .redirectErrorStream(true)
                    .redirectOutput(logs.resolve("process-" + i).toFile())
                    .start());
        }

        for (int i = 0; i < processes.size(); i++) {
            assertThat(processes.get(i).waitFor())
                    .as(Files.readString(logs.resolve("process-" + i)))
                    .isZero();
        }
        assertThat(parent).isEmptyDirectory();
    }
}
