package dev.plankton.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that times a workload in a process of its own.
 *
 * @param name in the table
 * @param command without the arguments that say what to time
 * @param more arguments that follow those
 */
record Competitor(String name, List<String> command, List<String> more) {
    Competitor {
        command = List.copyOf(command);
        more = List.copyOf(more);
    }

    static Competitor network(OurEngine engine) {
        return new Competitor(
                engine.inTheTable(),
                java(NetworkChild.class, "--enable-native-access=ALL-UNNAMED"),
                List.of(engine.name()));
    }

    static Competitor analyses(int threads) {
        return new Competitor(
                "this project", java(AnalysisChild.class, "-XX:ActiveProcessorCount=" + threads), List.of());
    }

    static Competitor preprocessing(int threads) {
        return new Competitor(
                "this project", java(PreprocessChild.class, "-XX:ActiveProcessorCount=" + threads), List.of());
    }

    /** @param kind raw or png: what the squares are written as */
    static Competitor pillow(String python, Path script, int threads, String kind) {
        return new Competitor(
                "Pillow, " + kind, List.of(python, script.toString()), List.of(Integer.toString(threads), kind));
    }

    private static List<String> java(Class<?> child, String option) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                option,
                "-cp",
                System.getProperty("java.class.path"),
                child.getName());
    }

    /** @param layout contiguous or channels_last */
    static Competitor pytorch(String python, Path script, int threads, String layout) {
        return new Competitor(
                layout.equals("contiguous") ? "PyTorch" : "PyTorch, channels last",
                List.of(python, script.toString()),
                List.of(Integer.toString(threads), layout));
    }

    static Competitor sklearn(String python, Path script, int threads) {
        return new Competitor("scikit-learn", List.of(python, script.toString()), List.of(Integer.toString(threads)));
    }

    /** Times the work that the arguments describe. */
    Timing time(List<String> arguments, int threads) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(arguments);
        whole.addAll(more);
        ProcessBuilder builder = new ProcessBuilder(whole).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
        Process process = builder.start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (process.waitFor() != 0) {
            throw new IOException("%s failed; run %s to see why".formatted(name, String.join(" ", whole)));
        }
        return Timing.parse(lines);
    }
}
