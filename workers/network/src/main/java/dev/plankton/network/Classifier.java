package dev.plankton.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A trained classifier of embeddings; owns native memory until closed. One thread at a time. */
public interface Classifier extends AutoCloseable {

    /** Vectors of shape images x dimensions and the class of each, from 0. */
    @SuppressWarnings("ArrayRecordComponent") // plain arrays are the point
    record LabelledVectors(float[][] vectors, int[] labels) {}

    /** Loss and accuracy after one epoch on both sets. */
    record Epoch(int epoch, double trainLoss, double trainAccuracy, double validationLoss, double validationAccuracy) {

        /** Hears of every epoch; an exception ends the training. */
        @FunctionalInterface
        public interface Listener {
            void onEpoch(Epoch epoch) throws InterruptedException;
        }
    }

    /** What training gave: the classifier as it was after the best epoch by validation accuracy, the first such. */
    record Trained(Classifier classifier, List<Epoch> epochs, int bestEpoch) {
        public Trained {
            epochs = List.copyOf(epochs);
        }
    }

    /** Trains all epochs and keeps the best. The same input gives the same classifier. */
    static Trained train(
            ClassifierSettings settings,
            LabelledVectors train,
            LabelledVectors validation,
            int classes,
            Epoch.Listener listener)
            throws InterruptedException {
        return new ClassifierTraining(settings, train, validation, classes).run(listener);
    }

    /** @throws IOException if the file cannot be read or is not a classifier */
    static Classifier open(Path file) throws IOException {
        return GraphClassifier.open(file);
    }

    /** @return shape images x classes, each row adding up to 1 */
    float[][] probabilities(float[][] vectors);

    /** Writes the classifier; the same state gives the same bytes. */
    void save(Path file) throws IOException;

    @Override
    void close();
}
