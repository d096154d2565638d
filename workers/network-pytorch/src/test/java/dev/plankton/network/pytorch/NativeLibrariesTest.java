package dev.plankton.network.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibrariesTest {
    @TempDir
    Path cache;

    /** In a process of its own, because JavaCPP chooses its folder once. */
    @Test
    void allLibrariesLieInOneFolderBeforeTheFirstIsLoaded() throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dorg.bytedeco.javacpp.cachedir=" + cache,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(said).isZero();

        try (Stream<Path> files = Files.walk(cache)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .contains("libc10.so", "libtorch_cpu.so", "libtorch.so");
        }
    }

    /** Only unpacks. */
    public static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            NativeLibraries.unpack();
        }
    }
}
