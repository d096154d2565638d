package dev.plankton.steps.labelcheck;

import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.engine.step.StepContext;
import dev.plankton.network.classifier.Classifier;
import dev.plankton.network.classifier.Classifier.Trained;
import dev.plankton.network.classifier.ClassifierSettings;
import dev.plankton.network.classifier.Perceptron;
import dev.plankton.network.classifier.SizeFeature;
import dev.plankton.numerics.labels.Folds;
import dev.plankton.numerics.labels.LikelyError;
import dev.plankton.numerics.labels.NeighbourVotes;
import dev.plankton.numerics.labels.NeighbourVotes.Vote;
import dev.plankton.numerics.measures.LabelledVectors;
import dev.plankton.steps.kit.Figures;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Judges each image by a classifier and by neighbours that know nothing of it: the images are divided into folds, and
 * those of a fold are judged by the images of the others. Logs each fold and stops when the step is cancelled.
 */
final class CrossValidation {
    static final int FOLDS = 5;
    static final int NEIGHBOURS = 10;
    /** Five classifiers take five times as long. They are a little less accurate for it; FINDINGS.md says by how much. */
    private static final int PATIENCE = 10;

    private final Perceptron.Factory engine;
    private final ClassifierSettings settings;
    private final Optional<SizeFeature> size;
    private final StepContext context;

    /** @param size how the last value of each vector was made, if it is the size of the image */
    CrossValidation(
            Perceptron.Factory engine, ClassifierSettings settings, Optional<SizeFeature> size, StepContext context) {
        this.engine = engine;
        this.settings = impatient(settings);
        this.size = size;
        this.context = context;
    }

    private static ClassifierSettings impatient(ClassifierSettings given) {
        return new ClassifierSettings(
                given.hiddenLayers(),
                given.units(),
                given.learningRate(),
                given.momentum(),
                given.batch(),
                given.epochs(),
                given.patience() == 0 ? PATIENCE : Math.min(PATIENCE, given.patience()),
                Math.ceilDiv(given.maxBatches(), FOLDS),
                given.seed());
    }

    /** The images of the table whose label is likely wrong, the likeliest first. */
    List<LikelyError> likelyErrors(EmbeddingTable table, long seed) throws InterruptedException {
        LabelledVectors all = new LabelledVectors(
                table.vectors(), table.labels(), table.classes().size());
        int[] folds = Folds.stratified(all.labels(), all.classes(), FOLDS, seed);
        float[][] probabilities = new float[all.size()][];
        Vote[] votes = new Vote[all.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            context.checkCancelled();
            int held = fold;
            int[] rows = rows(all, row -> folds[row] == held);
            if (rows.length > 0) {
                LabelledVectors images = all.select(rows);
                LabelledVectors others = all.select(rows(all, row -> folds[row] != held));
                float[][] classified = classify(all, folds, fold, images);
                List<Vote> voted = NeighbourVotes.of(others, images, NEIGHBOURS, context::checkCancelled);
                for (int i = 0; i < rows.length; i++) {
                    probabilities[rows[i]] = classified[i];
                    votes[rows[i]] = voted.get(i);
                }
            }
        }
        return LikelyError.of(all.labels(), probabilities, Arrays.asList(votes), all.classes());
    }

    /** Trains on the other folds. The next one of them chooses the epoch, except for classes that no third fold has. */
    private float[][] classify(LabelledVectors all, int[] folds, int held, LabelledVectors images)
            throws InterruptedException {
        int next = (held + 1) % FOLDS;
        int[] elsewhere = all.select(rows(all, row -> folds[row] != held && folds[row] != next))
                .counts();
        IntPredicate choosing = row -> folds[row] == next && elsewhere[all.labels()[row]] > 0;
        LabelledVectors train = all.select(rows(all, row -> folds[row] != held && !choosing.test(row)));
        LabelledVectors validation = all.select(rows(all, choosing));
        Trained trained = Classifier.train(
                engine,
                settings,
                vectors(train),
                vectors(validation.size() == 0 ? train : validation),
                all.classes(),
                size,
                epoch -> context.checkCancelled());
        try (Classifier classifier = trained.classifier()) {
            context.log("Fold %d of %d: the classifier agrees with %s of the labels that chose its epoch, %d of %d."
                    .formatted(
                            held + 1,
                            FOLDS,
                            Figures.percent(trained.epochs()
                                    .get(trained.bestEpoch() - 1)
                                    .validationAccuracy()),
                            trained.bestEpoch(),
                            trained.epochs().size()));
            return classifier.probabilities(images.vectors());
        }
    }

    private static Classifier.LabelledVectors vectors(LabelledVectors images) {
        return new Classifier.LabelledVectors(images.vectors(), images.labels());
    }

    private static int[] rows(LabelledVectors all, IntPredicate chosen) {
        return IntStream.range(0, all.size()).filter(chosen).toArray();
    }
}
