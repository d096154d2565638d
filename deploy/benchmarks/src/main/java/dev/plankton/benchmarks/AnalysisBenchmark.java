package dev.plankton.benchmarks;

import dev.plankton.contracts.formats.NpyFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Times the analyses against SciPy, fastcluster, scikit-learn and NumPy: the same vectors, the same number of threads,
 * one after the other in one run. A time counts only if the results agree.
 */
final class AnalysisBenchmark {
    private static final String HEADER = """
            | analysis | vectors of 64 | ours s (CPU s, MiB) | theirs | s (CPU s, MiB) | faster | by CPU seconds |
            |---|---|---|---|---|---|---|""";

    private final Path folder;
    private final String python;
    private final Path script;
    private final int threads;

    AnalysisBenchmark(Path folder, String python, Path script, int threads) {
        this.folder = folder;
        this.python = python;
        this.script = script;
        this.threads = threads;
    }

    void run(boolean quick) throws IOException, InterruptedException {
        System.out.printf("%d threads; medians; a number above 1 says that this project is faster%n%n", threads);
        System.out.println(HEADER);
        for (Analysis analysis : Analysis.all(quick)) {
            Path vectors = folder.resolve("vectors.npy");
            NpyFile.write(vectors(analysis), Analysis.DIMENSIONS, vectors);
            Path ours = folder.resolve("ours.txt");
            Timing timing = Competitor.analyses(threads).time(arguments(analysis, vectors, ours), threads);
            if (analysis.opponents().isEmpty()) {
                System.out.println(AnalysisTable.alone(analysis, timing));
            }
            for (Map.Entry<String, String> opponent : new TreeMap<>(analysis.opponents()).entrySet()) {
                System.out.println(against(analysis, opponent.getKey(), opponent.getValue(), vectors, ours, timing));
            }
        }
    }

    private String against(
            Analysis analysis, String library, String debianPackage, Path vectors, Path ours, Timing timing)
            throws IOException, InterruptedException {
        if (!has(library)) {
            return AnalysisTable.missing(analysis, timing, library, debianPackage);
        }
        Path theirs = folder.resolve("theirs.txt");
        Competitor competitor = new Competitor(library, List.of(python, script.toString()), List.of(library));
        Timing other = competitor.time(arguments(analysis, vectors, theirs), threads);
        Optional<String> difference = Results.difference(
                Results.read(ours), Results.read(theirs), analysis.kind().tolerance());
        if (difference.isPresent()) {
            throw new IOException("%s of %d vectors: %s has another result: %s"
                    .formatted(analysis.kind().title(), analysis.points(), library, difference.get()));
        }
        return AnalysisTable.row(analysis, timing, library, other);
    }

    private boolean has(String library) throws IOException, InterruptedException {
        return new ProcessBuilder(python, "-c", "import " + library)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private static List<String> arguments(Analysis analysis, Path vectors, Path results) {
        return List.of(
                analysis.kind().name(),
                vectors.toString(),
                Integer.toString(analysis.repetitions()),
                Integer.toString(analysis.warming()),
                results.toString());
    }

    /**
     * Vectors like those of a trained network: classes are clusters in a space of few dimensions, which a sigmoid maps
     * to more dimensions. Vector i has class i modulo the number of classes.
     */
    private static float[][] vectors(Analysis analysis) {
        int inner = 8;
        SplittableRandom random = new SplittableRandom(1);
        double[][] centres = gaussian(random, Analysis.CLASSES, inner, 1.5);
        double[][] map = gaussian(random, inner, Analysis.DIMENSIONS, 1 / Math.sqrt(inner));
        float[][] vectors = new float[analysis.points()][Analysis.DIMENSIONS];
        for (int i = 0; i < vectors.length; i++) {
            double[] place = gaussian(random, 1, inner, 0.7)[0];
            for (int d = 0; d < Analysis.DIMENSIONS; d++) {
                double sum = 0;
                for (int k = 0; k < inner; k++) {
                    sum += (place[k] + centres[i % Analysis.CLASSES][k]) * map[k][d];
                }
                vectors[i][d] = (float) (1 / (1 + Math.exp(-sum)));
            }
        }
        return vectors;
    }

    private static double[][] gaussian(SplittableRandom random, int rows, int columns, double scale) {
        double[][] values = new double[rows][columns];
        for (double[] row : values) {
            for (int i = 0; i < columns; i++) {
                row[i] = scale * random.nextGaussian();
            }
        }
        return values;
    }
}
