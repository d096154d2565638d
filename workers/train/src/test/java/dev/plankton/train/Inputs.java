package dev.plankton.train;

import dev.plankton.runtime.Json;
import dev.plankton.runtime.store.ArtifactId;
import java.util.HashMap;
import java.util.Map;

/** Inputs for tests: a tiny network, a few steps. */
final class Inputs {
    static final int SIDE = 16;
    static final int STEPS = 12;

    private Inputs() {}

    static TrainInput draw(ArtifactId dataset, ArtifactId trainingSet) {
        return input(dataset, trainingSet, 0, 0, 0, "", SIDE);
    }

    static TrainInput round(int round, ArtifactId dataset, ArtifactId trainingSet, String checkpoint) {
        return round(round, STEPS, dataset, trainingSet, checkpoint);
    }

    static TrainInput round(int round, int steps, ArtifactId dataset, ArtifactId trainingSet, String checkpoint) {
        return input(dataset, trainingSet, round, steps, 0.05, checkpoint, SIDE);
    }

    static TrainInput input(
            ArtifactId dataset, ArtifactId trainingSet, int round, double rate, String checkpoint, int networkSide) {
        return input(dataset, trainingSet, round, round == 0 ? 0 : STEPS, rate, checkpoint, networkSide);
    }

    /** The same but for some values, by the names that they have in JSON. */
    static TrainInput with(TrainInput input, Map<String, Object> others) {
        Map<String, Object> values = new HashMap<>(Json.toMap(input));
        values.putAll(others);
        return Json.convert(values, TrainInput.class);
    }

    private static TrainInput input(
            ArtifactId dataset,
            ArtifactId trainingSet,
            int round,
            int steps,
            double rate,
            String checkpoint,
            int networkSide) {
        return new TrainInput(
                dataset.sha256(),
                round,
                rate,
                steps,
                trainingSet.sha256(),
                checkpoint,
                "small",
                "sphere",
                "avg_pool",
                networkSide,
                16,
                "none",
                "none",
                "all",
                "batch",
                "",
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
