package dev.plankton.engine.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
    @TempDir
    private Path folder;

    @Test
    void isMadeAndLeftEmpty() {
        assertThat(StateFolder.usable(folder.resolve("a/b"))).isEmptyDirectory();
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamedInOneSentence() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder"); // root may write into any folder

        assertThatThrownBy(() -> StateFolder.usable(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "The workers keep their state in %s (PLANKTON_STATE_FOLDER), but user ".formatted(file));
    }
}
