package dev.plankton.network;

import dev.plankton.network.Classifier.Epoch;
import dev.plankton.network.Classifier.LabelledVectors;
import dev.plankton.network.Classifier.Trained;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Trains a classifier by gradient descent with momentum and keeps the epoch with the best validation accuracy (SPEC 6). */
final class ClassifierTraining {
    /** So that a class given no chance at all costs a finite loss. */
    private static final double LEAST_PROBABILITY = 1e-12;

    private final ClassifierSettings settings;
    private final LabelledVectors train;
    private final LabelledVectors validation;
    private final int classes;

    /** @throws IllegalArgumentException if the vectors do not fit together, in one sentence */
    ClassifierTraining(ClassifierSettings settings, LabelledVectors train, LabelledVectors validation, int classes) {
        this.settings = settings;
        this.train = checked(train, "training", classes);
        this.validation = checked(validation, "validation", classes);
        this.classes = classes;
        if (train.vectors()[0].length != validation.vectors()[0].length) {
            throw new IllegalArgumentException("training vectors have %d values and validation vectors %d"
                    .formatted(train.vectors()[0].length, validation.vectors()[0].length));
        }
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
        GraphClassifier.Shape shape = new GraphClassifier.Shape(
                train.vectors()[0].length, settings.hiddenLayers(), settings.units(), classes);
        ComputationGraph graph = ClassifierGraph.build(shape);
        GraphClassifier classifier = new GraphClassifier(shape, graph);
        boolean done = false;
        try {
            ClassifierGraph.drawWeights(graph, Seeds.random(settings.seed()));
            Trained trained = run(graph, classifier, listener);
            done = true;
            return trained;
        } finally {
            if (!done) {
                classifier.close();
            }
        }
    }

    private Trained run(ComputationGraph graph, GraphClassifier classifier, Epoch.Listener listener)
            throws InterruptedException {
        List<Epoch> epochs = new ArrayList<>();
        float[] best = NativeMemory.floats(graph.params());
        double bestAccuracy = -1;
        int bestEpoch = 0;
        try (ClassicalMomentum momentum = new ClassicalMomentum(settings.momentum(), 0, graph.params(), List.of())) {
            for (int number = 1; number <= settings.epochs(); number++) {
                learn(graph, momentum, number);
                Score onTrain = score(classifier, train);
                Score onValidation = score(classifier, validation);
                if (!Double.isFinite(onTrain.loss())) {
                    throw new IllegalArgumentException(
                            "the classifier diverged in epoch %d: its loss is no number, lower classifierLearningRate"
                                    .formatted(number));
                }
                Epoch epoch = new Epoch(
                        number, onTrain.loss(), onTrain.accuracy(), onValidation.loss(), onValidation.accuracy());
                epochs.add(epoch);
                if (onValidation.accuracy() > bestAccuracy) {
                    bestAccuracy = onValidation.accuracy();
                    bestEpoch = number;
                    best = NativeMemory.floats(graph.params());
                }
                listener.onEpoch(epoch);
            }
        }
        NativeMemory.copy(best, graph.params());
        return new Trained(classifier, epochs, bestEpoch);
    }

    private void learn(ComputationGraph graph, ClassicalMomentum momentum, int epoch) {
        int[] order = shuffled(train.vectors().length, Seeds.random(settings.seed(), epoch));
        for (int start = 0; start < order.length; start += settings.batch()) {
            int rows = Math.min(settings.batch(), order.length - start);
            float[][] vectors = new float[rows][];
            float[][] wanted = new float[rows][classes];
            for (int row = 0; row < rows; row++) {
                vectors[row] = train.vectors()[order[start + row]];
                wanted[row][train.labels()[order[start + row]]] = 1;
            }
            try (INDArray inputs = Nd4j.createFromArray(vectors);
                    INDArray labels = Nd4j.createFromArray(wanted)) {
                graph.setInputs(inputs);
                graph.setLabels(labels);
                graph.computeGradientAndScore();
                // The graph's gradient is the sum over the rows.
                momentum.step(graph.getFlattenedGradients(), settings.learningRate() / rows);
                graph.clear();
            }
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

    private static Score score(Classifier classifier, LabelledVectors set) {
        float[][] probabilities = classifier.probabilities(set.vectors());
        double loss = 0;
        int right = 0;
        for (int row = 0; row < probabilities.length; row++) {
            int label = set.labels()[row];
            loss -= Math.log(Math.max(LEAST_PROBABILITY, probabilities[row][label]));
            right += likeliest(probabilities[row]) == label ? 1 : 0;
        }
        return new Score(loss / probabilities.length, right / (double) probabilities.length);
    }

    private static int likeliest(float[] probabilities) {
        int likeliest = 0;
        for (int i = 1; i < probabilities.length; i++) {
            likeliest = probabilities[i] > probabilities[likeliest] ? i : likeliest;
        }
        return likeliest;
    }
}
