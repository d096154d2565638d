package dev.plankton.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path parent;

    @Test
    void refusesASecondStartAndAllowsALaterOne() throws Exception {
        DataFolder folder = new DataFolder(parent.resolve("data"));
        try (DataFolder.Lock first = folder.lock()) {
            assertThat(first.channel().isOpen()).isTrue();
            assertThatThrownBy(folder::lock)
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("is in use by another process; `plankton status` shows it");
        }
        try (DataFolder.Lock later = folder.lock()) {
            assertThat(later.channel().isOpen()).isTrue();
        }
    }

    @Test
    void leavesAloneAFolderThatHoldsSomethingElse() throws Exception {
        Files.writeString(parent.resolve("thesis.tex"), "years of work");

        assertThatThrownBy(new DataFolder(parent)::lock)
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("holds something else");
        assertThat(parent).isDirectoryNotContaining("glob:**lock");
    }

    @Test
    void emptiesItself() throws Exception {
        DataFolder folder = new DataFolder(parent.resolve("data"));
        try (DataFolder.Lock lock = folder.lock()) {
            Files.createDirectories(folder.resolve("store/objects"));
            Files.writeString(folder.resolve("store/objects/one"), "1");

            folder.empty();

            assertThat(folder.resolve("store")).doesNotExist();
            assertThat(lock.channel().isOpen()).isTrue();
        }
        folder.lock().close(); // it is still known as ours
    }
}
