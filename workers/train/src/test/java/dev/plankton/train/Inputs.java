package dev.plankton.train;

import dev.plankton.runtime.store.ArtifactId;

/** Inputs for tests: a tiny network, a few steps. */
final class Inputs {
    static final int SIDE = 32;
    static final int STEPS = 12;

    private Inputs() {}

    static TrainInput draw(ArtifactId dataset, ArtifactId trainingSet) {
        return input(dataset, trainingSet, 0, 0, "", SIDE);
    }

    static TrainInput round(int round, ArtifactId dataset, ArtifactId trainingSet, String checkpoint) {
        return input(dataset, trainingSet, round, 0.05, checkpoint, SIDE);
    }

    static TrainInput input(
            ArtifactId dataset, ArtifactId trainingSet, int round, double rate, String checkpoint, int networkSide) {
        return new TrainInput(
                dataset.sha256(),
                round,
                rate,
                round == 0 ? 0 : STEPS,
                trainingSet.sha256(),
                checkpoint,
                "small",
                "sphere",
                "avg_pool",
                networkSide,
                16,
                "none",
                "all",
                "standard",
                "semi-hard",
                0.2,
                0.9,
                1e-4,
                20,
                4,
                3,
                5,
                2,
                7);
    }
}
