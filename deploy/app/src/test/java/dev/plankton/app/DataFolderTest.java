package dev.plankton.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
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
                    .hasMessageContaining(
                            "is in use by process %d; `plankton status` shows it",
                            ProcessHandle.current().pid());
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

    @Test
    void knowsTheProcessThatHoldsItAndWhenNoneDoes() throws Exception {
        DataFolder folder = new DataFolder(parent.resolve("data"));
        assertThat(folder.holder()).isEmpty();
        try (DataFolder.Lock lock = folder.lock()) {
            assertThat(folder.holder()).contains(ProcessHandle.current());
            assertThat(lock.channel().isOpen()).isTrue();
        }
        assertThat(folder.holder()).isEmpty();
    }

    @Test
    void saysInOneSentenceThatItsLockIsDamaged() throws Exception {
        DataFolder folder = new DataFolder(parent.resolve("data"));
        try (DataFolder.Lock lock = folder.lock()) {
            lock.channel().truncate(0);
            assertThatThrownBy(folder::holder)
                    .isInstanceOf(Trouble.class)
                    .hasMessageEndingWith("is damaged and does not say by which process; end that process.");
        }
    }

    @Test
    void believesNoStateThatAnotherProcessWroteAndNoDamagedOne() throws Exception {
        DataFolder folder = new DataFolder(parent.resolve("data"));
        try (DataFolder.Lock lock = folder.lock()) {
            state(ProcessHandle.current().pid()).write(folder);
            assertThat(StackState.find(folder).orElseThrow().user()).isEqualTo("plankton");
            state(1).write(folder);
            assertThat(StackState.find(folder)).isEmpty();
            for (String damaged : List.of("", "{}", "null", "\0\0", "{\"pid\": 12")) {
                Files.writeString(folder.resolve("state.json"), damaged);
                assertThatThrownBy(() -> StackState.find(folder))
                        .isInstanceOf(Trouble.class)
                        .hasMessage(
                                "The file %s is damaged; stop the system with `plankton down` and start it again.",
                                folder.resolve("state.json"));
            }
            assertThat(lock.channel().isOpen()).isTrue();
        }
        state(ProcessHandle.current().pid()).write(folder);
        assertThat(StackState.find(folder)).isEmpty(); // nothing holds the lock
    }

    private static StackState state(long pid) {
        return new StackState(
                Optional.of(pid),
                "http://127.0.0.1:1/api/",
                "jdbc:postgresql://127.0.0.1:1/plankton",
                "plankton",
                "secret",
                "reader",
                "secret",
                "http://127.0.0.1:2",
                "plankton",
                "key",
                "secret",
                "http://127.0.0.1:3",
                Optional.empty());
    }

    @Test
    void closesItselfToOthers() throws Exception {
        DataFolder folder = new DataFolder(Files.createDirectory(parent.resolve("data")));
        Files.setPosixFilePermissions(folder.path(), PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(folder.closeToOthers()).isTrue();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                .isEqualTo("rwx------");
        assertThat(folder.closeToOthers()).isFalse();
    }
}
