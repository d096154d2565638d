package dev.plankton.steps.evaluate;

import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.Evaluation;
import dev.plankton.contracts.formats.Evaluation.ClassMeasures;
import dev.plankton.contracts.formats.Evaluation.Measures;
import dev.plankton.contracts.formats.Split;
import dev.plankton.numerics.measures.Centroids;
import dev.plankton.numerics.measures.Confusion;
import dev.plankton.numerics.measures.LabelledVectors;
import dev.plankton.numerics.measures.NearestNeighbours;
import dev.plankton.numerics.measures.Radii;
import dev.plankton.numerics.measures.Retrieval;
import dev.plankton.numerics.measures.Silhouette;
import dev.plankton.numerics.measures.Spread;
import dev.plankton.steps.kit.Vectors;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** All measures of SPEC 5 on the embeddings of one checkpoint. */
final class CheckpointEvaluation {
    private static final int NEIGHBOURS = 5;

    private final LabelledVectors train;
    private final Centroids trainCentroids;
    private final NearestNeighbours neighbours;

    private CheckpointEvaluation(LabelledVectors train) {
        this.train = train;
        this.trainCentroids = Centroids.of(train);
        this.neighbours = new NearestNeighbours(train, NEIGHBOURS);
    }

    /**
     * Measures a checkpoint.
     *
     * @param before the evaluation of the previous checkpoint, from which the movement of centroids is measured
     */
    static Evaluation of(EmbeddingTable embeddings, int round, Optional<Evaluation> before) {
        LabelledVectors validation = Vectors.of(embeddings, Split.VALIDATION);
        return new CheckpointEvaluation(Vectors.of(embeddings, Split.TRAIN))
                .evaluate(embeddings.classes(), validation, Vectors.of(embeddings, Split.TEST), round, before);
    }

    private Evaluation evaluate(
            List<String> classes,
            LabelledVectors validation,
            LabelledVectors test,
            int round,
            Optional<Evaluation> before) {
        Centroids centroids = Centroids.of(validation);
        Confusion confusion = confusion(validation, trainCentroids);
        Spread spread = Spread.of(validation);
        double[] moved = before.map(Evaluation::centroids)
                .map(centroids::movedFrom)
                .orElseGet(() -> new double[train.classes()]);
        return new Evaluation(
                round,
                classes,
                measures(validation),
                measures(test),
                perClass(classes, centroids, Radii.of(validation, centroids), moved, confusion),
                centroids.vectors(),
                centroids.distances(),
                confusion.counts(),
                spread.meanPairwiseDistance(),
                spread.variance());
    }

    private Measures measures(LabelledVectors images) {
        Confusion confusion = confusion(images, trainCentroids);
        Retrieval retrieval = Retrieval.of(images);
        return new Measures(
                images.size(),
                confusion(images, Centroids.of(images)).accuracy(),
                confusion.accuracy(),
                Confusion.of(images.labels(), neighbours.classify(images.vectors()), images.classes())
                        .accuracy(),
                retrieval.precisionAt1(),
                retrieval.rPrecision(),
                retrieval.meanAveragePrecisionAtR(),
                confusion.macroF1(),
                confusion.balancedAccuracy(),
                Silhouette.of(images));
    }

    private static List<ClassMeasures> perClass(
            List<String> classes, Centroids centroids, Radii radii, double[] moved, Confusion confusion) {
        return IntStream.range(0, classes.size())
                .mapToObj(c -> new ClassMeasures(
                        classes.get(c),
                        centroids.counts()[c],
                        radii.mean()[c],
                        radii.max()[c],
                        moved[c],
                        confusion.precision(c),
                        confusion.recall(c),
                        confusion.f1(c)))
                .toList();
    }

    private static Confusion confusion(LabelledVectors images, Centroids centroids) {
        return Confusion.of(images.labels(), centroids.nearest(images.vectors()), images.classes());
    }
}
