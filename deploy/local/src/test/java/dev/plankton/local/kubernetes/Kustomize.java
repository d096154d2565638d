package dev.plankton.local.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders a copy of the manifests that has secrets, as a user's copy has. */
final class Kustomize {
    /** The folder of the manifests. */
    static final Path SOURCES = Path.of("..", "kubernetes");

    private static final String PROGRAM = "kubectl";

    private final Path copy;

    private Kustomize(Path copy) {
        this.copy = copy;
    }

    /** Skips the test where this machine has no kubectl. */
    static Kustomize in(Path folder) throws IOException, InterruptedException {
        assumeThat(installed())
                .as("kubectl is not on this machine, so the manifests are not rendered")
                .isTrue();
        copy(SOURCES, folder.resolve("kubernetes"));
        Path secrets = folder.resolve("kubernetes/secrets");
        String filled = Files.readAllLines(secrets.resolve("secrets.env.example")).stream()
                .map(line -> line.endsWith("=") ? line + "a-value-for-this-test" : line)
                .collect(Collectors.joining("\n"));
        Files.writeString(secrets.resolve("secrets.env"), filled);
        return new Kustomize(folder.resolve("kubernetes"));
    }

    /** Writes a kustomization of a user's own. */
    void write(String folder, String kustomization) throws IOException {
        Files.createDirectories(copy.resolve(folder));
        Files.writeString(copy.resolve(folder).resolve("kustomization.yaml"), kustomization);
    }

    /** What would be sent to the cluster. */
    Cluster render(String folder) throws IOException, InterruptedException {
        Path errors = copy.resolve("errors.txt");
        Process process = new ProcessBuilder(
                        PROGRAM, "kustomize", copy.resolve(folder).toString())
                .redirectError(errors.toFile())
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
        assertThat(errors).as("warnings").isEmptyFile();
        return new Cluster(Manifest.parse(folder, output));
    }

    private static boolean installed() throws InterruptedException {
        try {
            Process process = new ProcessBuilder(PROGRAM, "version", "--client")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file));
            Files.createDirectories(target.resolveSibling("."));
            Files.copy(file, target);
        }
    }
}
