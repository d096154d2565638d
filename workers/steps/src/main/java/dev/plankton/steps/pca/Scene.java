package dev.plankton.steps.pca;

import java.util.List;

/**
 * Everything that the film shows.
 *
 * @param classes class names
 * @param labels class of each image
 * @param explained share of the variance along each of the three axes, on the last checkpoint
 * @param trained whether the checkpoints come from a training; if not, there is one, of uploaded vectors
 * @param checkpoints in order of rounds
 */
@SuppressWarnings("ArrayRecordComponent") // plain numbers
record Scene(List<String> classes, int[] labels, double[] explained, boolean trained, List<Checkpoint> checkpoints) {
    Scene {
        classes = List.copyOf(classes);
        checkpoints = List.copyOf(checkpoints);
    }

    Checkpoint last() {
        return checkpoints.getLast();
    }
}
