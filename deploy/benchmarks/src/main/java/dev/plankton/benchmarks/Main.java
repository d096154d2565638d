package dev.plankton.benchmarks;

import dev.plankton.benchmarks.scale.ScaleBenchmark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Compares this project with the usual alternatives, one after the other in one run with the same number of threads,
 * and prints a table. Without a word it compares the networks with those of
 * Debian's python3-torch, python3-torchvision and python3-sklearn ({@code train}, {@code infer}, {@code small} or {@code classifier}
 * choose a part of that); {@code analyses} compares with SciPy, fastcluster, scikit-learn and NumPy. PYTHON may name another
 * Python.
 */
public final class Main {
    private static final String THREADS = "--threads=";

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        List<String> given = List.of(arguments);
        boolean quick = given.contains("--quick");
        int threads = given.stream()
                .filter(argument -> argument.startsWith(THREADS))
                .map(argument -> Integer.parseInt(argument.substring(THREADS.length())))
                .findFirst()
                .orElseGet(() -> Runtime.getRuntime().availableProcessors());
        String python = Objects.requireNonNullElse(System.getenv("PYTHON"), "/usr/bin/python3");
        Path folder = Files.createTempDirectory("plankton-benchmark");
        try {
            if (given.contains("scale")) {
                Path program = Path.of(System.getProperty("plankton.home", ".")).resolve("plankton");
                new ScaleBenchmark(program, folder).run(given);
            } else if (given.contains("analyses")) {
                Path script = Resources.unpack("analyses_child.py", folder);
                new AnalysisBenchmark(folder, python, script, threads).run(quick);
            } else {
                new NetworkBenchmark(python, folder, threads)
                        .run(
                                quick,
                                given.stream()
                                        .filter(argument -> !argument.startsWith("-"))
                                        .toList());
            }
        } finally {
            try (Stream<Path> files = Files.walk(folder).sorted(Comparator.reverseOrder())) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
