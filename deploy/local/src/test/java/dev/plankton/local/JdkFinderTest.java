package dev.plankton.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the script at the top of the repository on folders that look like JDKs. */
class JdkFinderTest {
    private static final Path SCRIPT = Path.of("..", "..", "plankton");

    @TempDir
    private Path folder;

    private record Answer(int exit, String output) {}

    @Test
    void takesTheNewest() throws Exception {
        Path old = jdk("old", "21.0.2");
        Path newest = jdk("newest", "25");
        Path middle = jdk("middle", "24.0.1");

        assertThat(find(old, newest, middle)).isEqualTo(new Answer(0, newest.toString()));
    }

    @Test
    void takesTheFirstOfEquals() throws Exception {
        Path first = jdk("first", "25.0.1");

        assertThat(find(first, jdk("second", "25.0.2"))).isEqualTo(new Answer(0, first.toString()));
    }

    @Test
    void passesOverRuntimesWithoutCompilerAndFoldersThatAreNone() throws Exception {
        Path runtime = jdk("runtime", "26");
        Files.delete(runtime.resolve("bin/javac"));
        Path good = jdk("good", "21");

        assertThat(find(runtime, folder.resolve("missing"), Files.createDirectory(folder.resolve("empty")), good))
                .isEqualTo(new Answer(0, good.toString()));
    }

    @Test
    void saysWhatToInstallIfAllAreTooOld() throws Exception {
        Answer answer = find(jdk("eight", "1.8.0_402"), jdk("seventeen", "17.0.15"));

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.output())
                .startsWith("plankton: a JDK of version 21 or later is needed")
                .doesNotContain("\n");
    }

    @Test
    void asksJavaItselfWhereThereIsNoReleaseFile() throws Exception {
        Path asked = jdk("asked", "22");
        Files.delete(asked.resolve("release"));

        assertThat(find(asked)).isEqualTo(new Answer(0, asked.toString()));
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        for (String program : List.of("java", "javac")) {
            Path file = home.resolve("bin").resolve(program);
            Files.writeString(file, "#!/bin/sh\necho 'openjdk version \"%s\" 2026-01-01' >&2\n".formatted(version));
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
        return home;
    }

    private static Answer find(Path... folders) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("bash", SCRIPT.toString(), "jdk").redirectErrorStream(true);
        builder.environment()
                .put(
                        "PLANKTON_JDK_FOLDERS",
                        List.of(folders).stream().map(Path::toString).collect(Collectors.joining(":")));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), output.strip());
    }
}
