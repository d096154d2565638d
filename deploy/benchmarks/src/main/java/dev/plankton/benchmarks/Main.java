package dev.plankton.benchmarks;

import dev.plankton.benchmarks.scale.ProcessesBenchmark;
import dev.plankton.benchmarks.scale.ScaleBenchmark;
import dev.plankton.engine.service.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Compares this project with the usual alternatives, one after the other in one run with the same number of threads,
 * and prints a table. Without a word it compares the networks with those of
 * Debian's python3-torch, python3-torchvision and python3-sklearn ({@code train}, {@code infer}, {@code small} or {@code classifier}
 * choose a part of that); {@code analyses} compares with SciPy, fastcluster, scikit-learn and NumPy, and
 * {@code preprocess} with Pillow on the images of the folder that follows. PYTHON may name another Python.
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
            List<String> words =
                    given.stream().filter(argument -> !argument.startsWith("-")).toList();
            Path program = Path.of(System.getProperty("plankton.home", ".")).resolve("plankton");
            if (given.contains("scale")) {
                new ScaleBenchmark(program, folder).run(given);
            } else if (given.contains("processes")) {
                new ProcessesBenchmark(program, folder, threads).run(given);
            } else if (given.contains("preprocess")) {
                if (words.size() != 2) {
                    throw new IllegalArgumentException("preprocess needs a folder of images");
                }
                Path script = Resources.unpack("preprocess_child.py", folder);
                new PreprocessBenchmark(folder, python, script, threads).run(quick, Path.of(words.getLast()));
            } else if (given.contains("analyses")) {
                Path script = Resources.unpack("analyses_child.py", folder);
                new AnalysisBenchmark(folder, python, script, threads).run(quick);
            } else {
                new NetworkBenchmark(python, folder, threads).run(quick, words);
            }
        } finally {
            Folders.delete(folder);
        }
    }
}
