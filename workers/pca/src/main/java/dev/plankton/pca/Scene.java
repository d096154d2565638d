package dev.plankton.pca;

import java.util.List;

/**
 * All that the film shows.
 *
 * @param classes class names
 * @param labels class of each image
 * @param explained share of the variance along each of the three axes, on the last checkpoint
 * @param trained whether a training made the checkpoints; if not, there is one, of vectors that were given
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
