package dev.plankton.benchmarks;

import dev.plankton.network.classifier.Classifier;
import dev.plankton.network.classifier.Classifier.LabelledVectors;
import dev.plankton.network.classifier.ClassifierSettings;
import dev.plankton.network.classifier.Perceptron;
import java.util.Optional;
import java.util.SplittableRandom;

/** Trains a classifier on random vectors, and measures its accuracy after each epoch as a run does. */
record ClassifierWorkload(Workload workload, Perceptron.Factory perceptrons) {
    private static final int CLASSES = 40;
    private static final int EPOCHS = Integer.getInteger("epochs", 10);

    void time(int repetitions, Stopwatch stopwatch) throws InterruptedException {
        LabelledVectors train = vectors(1, workload.images());
        LabelledVectors validation = vectors(2, workload.images() / 5);
        ClassifierSettings settings = new ClassifierSettings(4, 512, 0.01, 0.9, 64, EPOCHS, 0, 0, 1);
        stopwatch.start();
        for (int i = 0; i < repetitions; i++) {
            Classifier.train(perceptrons, settings, train, validation, CLASSES, Optional.empty(), epoch -> {})
                    .classifier()
                    .close();
            stopwatch.tell();
        }
    }

    private LabelledVectors vectors(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] vectors = new float[count][workload.side()];
        int[] labels = new int[count];
        for (int row = 0; row < count; row++) {
            labels[row] = row % CLASSES;
            for (int i = 0; i < vectors[row].length; i++) {
                vectors[row][i] = (float) (random.nextGaussian() + Math.sin(labels[row] * (i + 1)));
            }
        }
        return new LabelledVectors(vectors, labels);
    }
}
