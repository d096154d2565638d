package dev.plankton.steps.train;

import dev.plankton.contracts.choices.Augment;
import dev.plankton.contracts.choices.Backbone;
import dev.plankton.contracts.choices.BatchNorm;
import dev.plankton.contracts.choices.Head;
import dev.plankton.contracts.choices.Loss;
import dev.plankton.contracts.choices.Miner;
import dev.plankton.contracts.choices.NetworkEngine;
import dev.plankton.contracts.choices.Normalisation;
import dev.plankton.contracts.choices.Precision;
import dev.plankton.contracts.choices.Sampling;
import dev.plankton.contracts.choices.TrainedPart;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.json.Json;
import dev.plankton.contracts.tasks.TrainTask;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Inputs for tests: a tiny network, a few steps. */
final class Inputs {
    static final int SIDE = 16;
    static final int STEPS = 12;

    private Inputs() {}

    static TrainTask.Input draw(ArtifactId dataset, ArtifactId trainingSet) {
        return input(dataset, trainingSet, 0, 0, 0, Optional.empty(), SIDE);
    }

    static TrainTask.Input round(int round, ArtifactId dataset, ArtifactId trainingSet, ArtifactId checkpoint) {
        return round(round, STEPS, dataset, trainingSet, checkpoint);
    }

    static TrainTask.Input round(
            int round, int steps, ArtifactId dataset, ArtifactId trainingSet, ArtifactId checkpoint) {
        return input(dataset, trainingSet, round, steps, 0.05, Optional.of(checkpoint), SIDE);
    }

    static TrainTask.Input input(
            ArtifactId dataset,
            ArtifactId trainingSet,
            int round,
            double rate,
            Optional<ArtifactId> checkpoint,
            int networkSide) {
        return input(dataset, trainingSet, round, round == 0 ? 0 : STEPS, rate, checkpoint, networkSide);
    }

    /** The same but for some values, by the names that they have in JSON. */
    static TrainTask.Input with(TrainTask.Input input, Map<String, Object> others) {
        Map<String, Object> values = new HashMap<>(Json.toMap(input));
        values.putAll(others);
        return Json.convert(values, TrainTask.Input.class);
    }

    private static TrainTask.Input input(
            ArtifactId dataset,
            ArtifactId trainingSet,
            int round,
            int steps,
            double rate,
            Optional<ArtifactId> checkpoint,
            int networkSide) {
        return new TrainTask.Input(
                dataset,
                round,
                rate,
                steps,
                trainingSet,
                checkpoint,
                Optional.empty(),
                Backbone.SMALL,
                Head.SPHERE,
                "avg_pool",
                networkSide,
                16,
                false,
                Optional.empty(),
                Optional.empty(),
                Normalisation.IMAGENET,
                TrainedPart.parse("all"),
                BatchNorm.BATCH,
                Optional.empty(),
                Loss.STANDARD,
                Miner.SEMI_HARD,
                0.2,
                0.1,
                16,
                Augment.SYMMETRIES,
                0,
                0.9,
                1e-4,
                Sampling.BALANCED,
                20,
                4,
                3,
                5,
                2,
                NetworkEngine.AUTO,
                Precision.FP32,
                7);
    }
}
