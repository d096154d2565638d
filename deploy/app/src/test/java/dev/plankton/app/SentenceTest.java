package dev.plankton.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SentenceTest {
    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new AccessDeniedException("/home/ann"), "You may not read or write /home/ann."),
                Arguments.of(new NoSuchFileException("/home/ann/x"), "There is no /home/ann/x."),
                Arguments.of(
                        new FileSystemException("/data/lock", null, "No space left on device"),
                        "/data/lock: No space left on device."),
                Arguments.of(
                        new UncheckedIOException(new AccessDeniedException("/a")), "You may not read or write /a."),
                Arguments.of(new NotDirectoryException("/notes.txt"), "/notes.txt is not a folder."),
                Arguments.of(new FileAlreadyExistsException("/notes.txt"), "/notes.txt is there already."),
                Arguments.of(new IOException("No space left on device"), "The disk is full."),
                Arguments.of(new Trouble("Nothing runs"), "Nothing runs"),
                Arguments.of(new IOException("Port 1 is taken."), "Port 1 is taken."),
                Arguments.of(new IOException("broken pipe"), "IOException: broken pipe"),
                Arguments.of(new IllegalStateException(), "IllegalStateException"),
                Arguments.of(
                        new IllegalArgumentException("wrong\n  at\u001b[2J\0line 1"),
                        "IllegalArgumentException: wrong at [2J line 1"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void isOneLineThatSaysWhatIsWrong(Throwable failure, String sentence) {
        assertThat(Sentence.of(failure)).isEqualTo(sentence);
    }
}
