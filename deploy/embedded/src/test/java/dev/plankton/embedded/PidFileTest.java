package dev.plankton.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
    @TempDir
    private Path folder;

    @Test
    void stopsTheProcessThatItRemembers() throws Exception {
        Process sleeper = new ProcessBuilder("sleep", "1000").start();
        PidFile file = new PidFile(folder, "pid");
        file.write(sleeper.toHandle());

        new PidFile(folder, "pid").stopLeftover();

        assertThat(sleeper.isAlive()).isFalse();
        assertThat(folder.resolve("pid")).doesNotExist();
    }

    @Test
    void leavesAloneAnotherProcessOfTheSameNumber() throws Exception {
        Process sleeper = new ProcessBuilder("sleep", "1000").start();
        try {
            Files.writeString(folder.resolve("pid"), sleeper.pid() + "\n2001-01-01T00:00:00Z\n");

            new PidFile(folder, "pid").stopLeftover();

            assertThat(sleeper.isAlive()).isTrue();
        } finally {
            sleeper.destroyForcibly();
        }
    }
}
