package dev.plankton.settings;

import static dev.plankton.settings.PlanktonWorkflow.EMBEDDING;
import static dev.plankton.settings.PlanktonWorkflow.TRAINING;
import static dev.plankton.settings.SettingTerms.always;
import static dev.plankton.settings.SettingTerms.byPreset;
import static dev.plankton.settings.SettingTerms.choice;
import static dev.plankton.settings.SettingTerms.following;
import static dev.plankton.settings.SettingTerms.number;
import static dev.plankton.settings.SettingTerms.setting;
import static dev.plankton.settings.SettingTerms.whole;

import dev.plankton.settings.Setting.Following;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the network is trained, round by round (SPEC 4). */
final class ScheduleInputs {
    private ScheduleInputs() {}

    static List<Setting> all() {
        PlanktonWorkflow[] where = {EMBEDDING, TRAINING};
        Kind rate = number(0, false, 10);
        return List.of(
                setting(
                        "loss",
                        choice("standard", "geometric", "alternative"),
                        always("standard"),
                        "The triplet loss.",
                        where),
                setting(
                        "miner",
                        choice("semi-hard", "hard", "random"),
                        byPreset("semi-hard", "random"),
                        "How triplets are chosen.",
                        where),
                setting(
                        "margin",
                        number(0, false, 2048),
                        new Following("head", new TreeMap<>(Map.of("sphere", 0.2, "sigmoid", 5.0))),
                        "How much farther than the positive the negative must be, in squared distance.",
                        where),
                setting("triplets", whole(1, 4096), always(20L), "Triplets in a batch, for miner random.", where),
                setting(
                        "classesPerBatch",
                        whole(2, 1000),
                        always(20L),
                        "Classes in a batch, for the other miners.",
                        where),
                setting(
                        "imagesPerClassInBatch",
                        whole(2, 1000),
                        always(4L),
                        "Images of each class in a batch, for the other miners.",
                        where),
                setting(
                        "imagesPerClass",
                        whole(2, 1_000_000),
                        always(2000L),
                        "Training images of each class after balancing.",
                        where),
                setting(
                        "learningRates",
                        new Kind.ListOf(rate, 200),
                        always(List.of()),
                        "The learning rate of each round, instead of learningRate and learningRateDecay.",
                        where),
                setting(
                        "rounds",
                        whole(1, 200),
                        following("train", Map.of("all", 5L, "head", 6L, "from", 3L), 27L),
                        "Rounds of training; each leaves a checkpoint. With learningRates, blank means as many as those.",
                        where),
                setting(
                        "patience",
                        whole(0, 200),
                        always(0L),
                        "Rounds without a higher accuracy on validation images after which training ends early; 0 never does.",
                        where),
                setting(
                        "resampleAtRounds",
                        new Kind.ListOf(whole(1, 200), 200),
                        always(List.of()),
                        "Rounds before which the training images are drawn anew.",
                        where),
                setting(
                        "learningRate",
                        rate,
                        following("train", Map.of("all", 0.05, "head", 0.2, "from", 0.03), 0.01),
                        "Learning rate of the first round.",
                        where),
                setting(
                        "learningRateDecay",
                        number(0, false, 1),
                        following("train", Map.of("all", 0.7, "head", 0.6, "from", 0.4), 0.9),
                        "Factor from one round's learning rate to the next.",
                        where),
                setting(
                        "stepsPerEpoch",
                        whole(1, 1_000_000),
                        following("train", Map.of("all", 60L, "head", 125L, "from", 30L), 1000L),
                        "Batches in an epoch.",
                        where),
                setting("epochsPerRound", whole(1, 1000), byPreset(4L, 5L), "Epochs in a round.", where),
                setting(
                        "validationSteps",
                        whole(1, 100_000),
                        byPreset(10L, 100L),
                        "Batches of validation images over which a round's loss is measured.",
                        where),
                setting(
                        "warmupSteps",
                        whole(0, 1_000_000),
                        byPreset(100L, 0L),
                        "Batches over which the first round's learning rate rises from 0.",
                        where),
                setting("momentum", number(0, true, 0.999), always(0.9), "Momentum of the gradient descent.", where),
                setting(
                        "weightDecay",
                        number(0, true, 1),
                        byPreset(1e-4, 0.0),
                        "Weight decay of the gradient descent.",
                        where));
    }
}
