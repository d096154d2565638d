package dev.plankton.steps.evaluate;

import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.Evaluation;
import dev.plankton.contracts.formats.Evaluation.ClassMeasures;
import dev.plankton.contracts.formats.Evaluation.Interval;
import dev.plankton.contracts.formats.Evaluation.Measures;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.formats.UnseenMeasures;
import dev.plankton.numerics.measures.AccuracyInterval;
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
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * All measures of SPEC 5 on the embeddings of one checkpoint. Some measures compare each image with all others. Of a
 * split with very many images, only some drawn at random are compared with all others: the mean over these estimates
 * the mean over all without bias, and no class is missing among those that they are compared with.
 */
final class CheckpointEvaluation {
    /** Images of a split that are compared with all others. SPEC 5 names this number. */
    static final int MOST_COMPARED = 10_000;

    private static final int NEIGHBOURS = 5;
    /** The same images are drawn for every checkpoint, so that their figures can be compared. */
    private static final long SEED = 5;

    private final int mostCompared;
    private final LabelledVectors train;
    private final Centroids trainCentroids;
    private final NearestNeighbours neighbours;

    private CheckpointEvaluation(LabelledVectors train, int mostCompared) {
        this.mostCompared = mostCompared;
        this.train = train;
        this.trainCentroids = Centroids.of(train);
        this.neighbours = new NearestNeighbours(train, NEIGHBOURS);
    }

    /**
     * Measures a checkpoint.
     *
     * @param unseen the embeddings of classes that were held out
     * @param before the evaluation of the previous checkpoint, from which the movement of centroids is measured
     */
    static Evaluation of(
            EmbeddingTable embeddings, Optional<EmbeddingTable> unseen, int round, Optional<Evaluation> before) {
        return of(embeddings, unseen, round, before, MOST_COMPARED);
    }

    /** The same. @param mostCompared if a split has more images, so many are drawn and compared with all others */
    static Evaluation of(
            EmbeddingTable embeddings,
            Optional<EmbeddingTable> unseen,
            int round,
            Optional<Evaluation> before,
            int mostCompared) {
        LabelledVectors train = Vectors.of(embeddings, Split.TRAIN);
        LabelledVectors test = Vectors.of(embeddings, Split.TEST);
        return new CheckpointEvaluation(train, mostCompared)
                .evaluate(
                        embeddings.classes(),
                        Vectors.of(embeddings, Split.VALIDATION),
                        test,
                        unseen.map(held -> UnseenEvaluation.of(train, test, held, mostCompared)),
                        round,
                        before);
    }

    private Evaluation evaluate(
            List<String> classes,
            LabelledVectors validation,
            LabelledVectors test,
            Optional<UnseenMeasures> unseen,
            int round,
            Optional<Evaluation> before) {
        Centroids centroids = Centroids.of(validation);
        Confusion confusion = confusion(validation, trainCentroids);
        Spread spread = Spread.of(validation, compared(validation));
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
                spread.variance(),
                unseen);
    }

    private Measures measures(LabelledVectors images) {
        Confusion confusion = confusion(images, trainCentroids);
        int[] compared = compared(images);
        Retrieval retrieval = Retrieval.of(images, compared);
        return new Measures(
                images.size(),
                confusion(images, Centroids.of(images)).accuracy(),
                confusion.accuracy(),
                Optional.of(interval(confusion.accuracyInterval())),
                accuracyByNeighbours(images, compared),
                retrieval.precisionAt1(),
                retrieval.rPrecision(),
                retrieval.meanAveragePrecisionAtR(),
                confusion.macroF1(),
                confusion.balancedAccuracy(),
                Silhouette.of(images, compared),
                compared.length < images.size() ? OptionalInt.of(compared.length) : OptionalInt.empty());
    }

    private static Interval interval(AccuracyInterval interval) {
        return new Interval(interval.low(), interval.high());
    }

    /** The rows of the images that are compared with all others. */
    private int[] compared(LabelledVectors images) {
        return EmbeddingTable.draw(images.size(), mostCompared, SEED).stream().toArray();
    }

    private double accuracyByNeighbours(LabelledVectors images, int[] rows) {
        LabelledVectors some = images.select(rows);
        return Confusion.of(some.labels(), neighbours.classify(some.vectors()), images.classes())
                .accuracy();
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
