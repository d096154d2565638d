package dev.plankton.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
            Files.writeString(folder.resolve("pid"), sleeper.pid() + "\n/usr/bin/java -jar conductor.jar\n");

            new PidFile(folder, "pid").stopLeftover();

            assertThat(sleeper.isAlive()).isTrue();
        } finally {
            sleeper.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "copepod", "12 34\nsleep 1000", "\0\0\0\0"})
    void saysInOneSentenceThatItIsDamaged(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("pid"), text);

        assertThatThrownBy(new PidFile(folder, "pid")::stopLeftover)
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("The file %s is damaged, so it does not say which process to stop", file);
        assertThat(file).exists();
    }

    @Test
    void aDamagedFileOfPostgresIsNotTakenForNone() throws Exception {
        Files.createFile(folder.resolve("postmaster.pid"));

        assertThatThrownBy(new Postmaster(folder)::stop).hasMessageContaining("postmaster.pid is damaged");
    }
}
