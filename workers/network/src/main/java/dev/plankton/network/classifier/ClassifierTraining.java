package dev.plankton.network.classifier;

import dev.plankton.contracts.BadInputException;
import dev.plankton.network.classifier.Classifier.Epoch;
import dev.plankton.network.classifier.Classifier.LabelledVectors;
import dev.plankton.network.classifier.Classifier.Trained;
import dev.plankton.network.data.Seeds;
import dev.plankton.numerics.selection.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Trains a classifier by gradient descent with momentum and keeps the epoch with the best validation accuracy (SPEC 6).
 */
final class ClassifierTraining {
    /** Keeps the loss finite if the true class has probability 0. */
    private static final double LEAST_PROBABILITY = 1e-12;

    private final Perceptron.Factory engine;
    private final ClassifierSettings settings;
    private final LabelledVectors train;
    private final LabelledVectors validation;
    private final int classes;
    private final Optional<SizeFeature> size;

    /** @throws IllegalArgumentException if the vectors do not fit together; the message is one sentence */
    ClassifierTraining(
            Perceptron.Factory engine,
            ClassifierSettings settings,
            LabelledVectors train,
            LabelledVectors validation,
            int classes,
            Optional<SizeFeature> size) {
        this.engine = engine;
        this.settings = settings;
        this.train = weighed(size, checked(train, "training", classes));
        this.validation = weighed(size, checked(validation, "validation", classes));
        this.classes = classes;
        this.size = size;
        if (train.vectors()[0].length != validation.vectors()[0].length) {
            throw new IllegalArgumentException("training vectors have %d values and validation vectors %d"
                    .formatted(train.vectors()[0].length, validation.vectors()[0].length));
        }
    }

    private static LabelledVectors weighed(Optional<SizeFeature> size, LabelledVectors set) {
        return new LabelledVectors(Classifier.weighed(size, set.vectors()), set.labels());
    }

    private static LabelledVectors checked(LabelledVectors set, String name, int classes) {
        if (set.vectors().length == 0 || set.vectors().length != set.labels().length) {
            throw new IllegalArgumentException(
                    "%d %s vectors with %d labels".formatted(set.vectors().length, name, set.labels().length));
        }
        for (int label : set.labels()) {
            if (label < 0 || label >= classes) {
                throw new IllegalArgumentException(
                        "a %s vector of class %d among %d classes".formatted(name, label, classes));
            }
        }
        return set;
    }

    Trained run(Epoch.Listener listener) throws InterruptedException {
        Perceptron.Shape shape =
                new Perceptron.Shape(train.vectors()[0].length, settings.hiddenLayers(), settings.units(), classes);
        Perceptron perceptron = engine.create(shape, FirstWeights.draw(shape, settings.seed()), settings.momentum());
        boolean done = false;
        try {
            Trained trained = run(shape, perceptron, listener);
            done = true;
            return trained;
        } finally {
            if (!done) {
                perceptron.close();
            }
        }
    }

    private Trained run(Perceptron.Shape shape, Perceptron perceptron, Epoch.Listener listener)
            throws InterruptedException {
        List<Epoch> epochs = new ArrayList<>();
        float[] best = perceptron.parameters();
        double bestAccuracy = -1;
        int bestEpoch = 0;
        for (int number = 1; number <= settings.epochs(); number++) {
            learn(perceptron, number);
            Score onTrain = score(perceptron, train);
            Score onValidation = score(perceptron, validation);
            if (!Double.isFinite(onTrain.loss())) {
                throw new BadInputException(
                        "The classifier diverged in epoch %d: its loss is not a finite number; lower classifierLearningRate (now %s)."
                                .formatted(number, settings.learningRate()));
            }
            Epoch epoch =
                    new Epoch(number, onTrain.loss(), onTrain.accuracy(), onValidation.loss(), onValidation.accuracy());
            epochs.add(epoch);
            if (onValidation.accuracy() > bestAccuracy) {
                bestAccuracy = onValidation.accuracy();
                bestEpoch = number;
                best = perceptron.parameters();
            }
            listener.onEpoch(epoch);
            if (ended(number, bestEpoch)) {
                break;
            }
        }
        perceptron.restore(best);
        return new Trained(new Classifier(shape, perceptron, size), epochs, bestEpoch);
    }

    private boolean ended(int epoch, int bestEpoch) {
        long batchesPerEpoch = Math.ceilDiv(train.vectors().length, settings.batch());
        return (settings.patience() > 0 && epoch - bestEpoch >= settings.patience())
                || (settings.maxBatches() > 0 && epoch * batchesPerEpoch >= settings.maxBatches());
    }

    private void learn(Perceptron perceptron, int epoch) {
        int[] order = shuffled(train.vectors().length, Seeds.random(settings.seed(), epoch));
        for (int start = 0; start < order.length; start += settings.batch()) {
            int rows = Math.min(settings.batch(), order.length - start);
            float[][] vectors = new float[rows][];
            int[] labels = new int[rows];
            for (int row = 0; row < rows; row++) {
                vectors[row] = train.vectors()[order[start + row]];
                labels[row] = train.labels()[order[start + row]];
            }
            perceptron.learn(vectors, labels, settings.learningRate());
        }
    }

    private static int[] shuffled(int count, SplittableRandom random) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    private record Score(double loss, double accuracy) {}

    private static Score score(Perceptron perceptron, LabelledVectors set) {
        float[][] probabilities = perceptron.probabilities(set.vectors());
        double loss = 0;
        int right = 0;
        for (int row = 0; row < probabilities.length; row++) {
            int label = set.labels()[row];
            loss -= Math.log(Math.max(LEAST_PROBABILITY, probabilities[row][label]));
            right += Selection.largest(probabilities[row]) == label ? 1 : 0;
        }
        return new Score(loss / probabilities.length, right / (double) probabilities.length);
    }
}
