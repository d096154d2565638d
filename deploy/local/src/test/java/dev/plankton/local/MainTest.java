package dev.plankton.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.app.DataFolder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... words) {
        CommandLine commands = Main.commandLine();
        commands.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commands.execute(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "up",
                "down",
                "status",
                "run",
                "put",
                "datasets",
                "remove",
                "weights import",
                "sql",
                "query",
                "onnx"
            })
    void everyCommandHasHelp(String command) {
        assertThat(run((command + " --help").split(" "))).isZero();
        assertThat(out.toString()).startsWith("Usage: plankton " + command).contains("--data=FOLDER");
    }

    @Test
    void wrongUseIsExitCode2() {
        assertThat(run("dance")).isEqualTo(2);
        assertThat(run("put")).isEqualTo(2);
        assertThat(run("weights")).isEqualTo(2);
        assertThat(run("weights", "import", "a.h5", "--scaling=half")).isEqualTo(2);
    }

    @Test
    void whereNothingRunsStatusFailsAndDownSucceeds(@TempDir Path folder) {
        assertThat(run("status", "--data", folder.toString())).isEqualTo(1);
        assertThat(run("down", "--data", folder.toString())).isZero();
        assertThat(out.toString())
                .isEqualToNormalizingNewlines("Nothing runs on %1$s.\nNothing runs on %1$s.\n".formatted(folder));
    }

    @Test
    void commandsThatNeedTheSystemSayHowToStartIt(@TempDir Path folder) {
        assertThat(run("sql", "select 1", "--data", folder.toString())).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(
                        "plankton: Nothing runs on %s; start it with `plankton up` in another terminal.\n"
                                .formatted(folder));
    }

    /** While it starts, nobody should start it a second time. */
    @Test
    void aSystemThatStartsIsNotMistakenForNone(@TempDir Path folder) throws Exception {
        try (DataFolder.Lock starting = new DataFolder(folder).lock()) {
            assertThat(starting.channel().isOpen()).isTrue();
            assertThat(run("sql", "select 1", "--data", folder.toString())).isEqualTo(1);
            assertThat(run("status", "--data", folder.toString())).isEqualTo(1);
        }
        String sentence =
                "The system on %s is starting or stopping; `plankton up` says when it is ready.\n".formatted(folder);
        assertThat(err.toString()).isEqualToNormalizingNewlines("plankton: " + sentence);
        assertThat(out.toString()).isEqualToNormalizingNewlines(sentence);
    }

    @Test
    void readyQueriesAreListedAndCheckedWithoutTheSystem(@TempDir Path folder) {
        assertThat(run("query", "--data", folder.toString())).isZero();
        assertThat(out.toString())
                .contains(
                        "best_checkpoints: Which checkpoints are the best of all runs?",
                        "limit=...  how many (default: 10)");
        assertThat(run("query", "worst_checkpoints")).isEqualTo(1);
        assertThat(run("query", "confusion_of_two_classes", "a=egg")).isEqualTo(1);
        assertThat(err.toString())
                .contains("There is no query 'worst_checkpoints'; there are best_checkpoints,")
                .contains("The query confusion_of_two_classes needs b=<the other>.");
    }

    @Test
    void downStopsTheProcessThatHoldsTheFolderWhateverTheClockSays(@TempDir Path parent) throws Exception {
        Path folder = parent.resolve("data");
        Process up = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FolderHolder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(up.inputReader().readLine()).isEqualTo("held");
            assertThat(run("down", "--data", folder.toString())).isZero();
            assertThat(out.toString()).isEqualToNormalizingNewlines("Stopped.\n");
            assertThat(up.isAlive()).isFalse();
        } finally {
            up.destroyForcibly();
        }
    }

    /** A process that holds a data folder, as `up` does from its start. */
    static final class FolderHolder {
        private FolderHolder() {}

        public static void main(String[] arguments) throws Exception {
            try (DataFolder.Lock lock = new DataFolder(Path.of(arguments[0])).lock()) {
                System.out.println(lock.channel().isOpen() ? "held" : "not held");
                Thread.sleep(Long.MAX_VALUE);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "demo", "down", "status"})
    void aFolderThatCannotBeUsedIsOneSentence(String command, @TempDir Path parent) throws Exception {
        Path file = Files.writeString(parent.resolve("notes.txt"), "mine");

        run(command, "--data", file.resolve("data").toString());

        assertThat((out.toString() + err).lines()).singleElement().asString().contains(file.toString());
    }
}
