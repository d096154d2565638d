package dev.plankton.benchmarks;

import dev.plankton.contracts.formats.NpyReader;
import dev.plankton.numerics.components.PrincipalComponents;
import dev.plankton.numerics.linkage.WardLinkage;
import dev.plankton.numerics.measures.LabelledVectors;
import dev.plankton.numerics.measures.NearestNeighbours;
import dev.plankton.numerics.measures.Retrieval;
import dev.plankton.numerics.measures.Silhouette;
import dev.plankton.numerics.relations.Relation;
import dev.plankton.numerics.relations.RelationSearch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Times one analysis of this project; prints what {@link Timing#parse} reads. */
final class AnalysisChild {
    private static final int NEIGHBOURS = 5;
    private static final int EACH_TENTH = 10;
    private static final int MOST_VALUES = 100_000_000;

    private AnalysisChild() {}

    /** @param arguments kind, file of vectors, timed repetitions, untimed repetitions before these, file for results */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Analysis.Kind kind = Analysis.Kind.valueOf(arguments[0]);
        float[][] vectors = new NpyReader(arguments[1], MOST_VALUES).read(Path.of(arguments[1]));
        int repetitions = Integer.parseInt(arguments[2]);
        int warming = Integer.parseInt(arguments[3]);
        double[] results = {};
        Stopwatch stopwatch = new Stopwatch(warming);
        for (int i = 0; i < warming + repetitions; i++) {
            stopwatch.start();
            results = analyse(kind, vectors);
            stopwatch.tell();
        }
        Results.write(results, Path.of(arguments[4]));
        System.out.println("MiB " + Stopwatch.mebibytes());
    }

    private static double[] analyse(Analysis.Kind kind, float[][] vectors) throws InterruptedException {
        return switch (kind) {
            case WARD -> WardLinkage.of(vectors, () -> {}).height();
            case PCA -> PrincipalComponents.fit(vectors, 3).explained();
            case NEIGHBOURS -> neighbours(vectors);
            case RETRIEVAL -> {
                Retrieval retrieval = Retrieval.of(labelled(vectors));
                yield new double[] {
                    retrieval.precisionAt1(), retrieval.rPrecision(), retrieval.meanAveragePrecisionAtR()
                };
            }
            case SILHOUETTE -> new double[] {Silhouette.of(labelled(vectors))};
            case RELATIONS ->
                RelationSearch.search(vectors, labels(vectors), false, 5, 20, () -> {}).apart().stream()
                        .mapToDouble(Relation::score)
                        .toArray();
        };
    }

    private static double[] neighbours(float[][] vectors) {
        int[] labels = labels(vectors);
        int[] references = IntStream.range(0, vectors.length)
                .filter(i -> i % EACH_TENTH != 0)
                .toArray();
        float[][] queries = IntStream.range(0, vectors.length)
                .filter(i -> i % EACH_TENTH == 0)
                .mapToObj(i -> vectors[i])
                .toArray(float[][]::new);
        LabelledVectors known = new LabelledVectors(
                Arrays.stream(references).mapToObj(i -> vectors[i]).toArray(float[][]::new),
                Arrays.stream(references).map(i -> labels[i]).toArray(),
                Analysis.CLASSES);
        int[] classes = new NearestNeighbours(known, NEIGHBOURS).classify(queries);
        long right = IntStream.range(0, classes.length)
                .filter(query -> classes[query] == labels[query * EACH_TENTH])
                .count();
        return new double[] {(double) right / classes.length};
    }

    private static int[] labels(float[][] vectors) {
        return IntStream.range(0, vectors.length).map(i -> i % Analysis.CLASSES).toArray();
    }

    private static LabelledVectors labelled(float[][] vectors) {
        return new LabelledVectors(vectors, labels(vectors), Analysis.CLASSES);
    }
}
