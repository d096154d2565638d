package dev.plankton.network;

/** Tells of settings that each are fine and together mean nothing. */
final class Combinations {
    /** No two points of a sphere of radius 1 are farther apart, squared. */
    private static final double DIAMETER_SQUARED = 4;

    private Combinations() {}

    /** @throws IllegalArgumentException in one sentence */
    static void check(NetworkSettings network, TrainingSettings training) {
        boolean distance = switch (training.loss()) {
            case STANDARD, ALTERNATIVE -> true;
            case GEOMETRIC -> false;
        };
        if (network.head() == Head.SPHERE && distance && training.margin() > DIAMETER_SQUARED) {
            throw new IllegalArgumentException(
                    "margin %s cannot be reached with head sphere, whose embeddings are at most 4 apart (squared): use 0.2"
                            .formatted(training.margin()));
        }
    }
}
