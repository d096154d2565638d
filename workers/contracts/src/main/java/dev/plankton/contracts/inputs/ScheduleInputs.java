package dev.plankton.contracts.inputs;

import static dev.plankton.contracts.inputs.PlanktonWorkflow.EMBEDDING;
import static dev.plankton.contracts.inputs.PlanktonWorkflow.TRAINING;
import static dev.plankton.contracts.inputs.SettingTerms.always;
import static dev.plankton.contracts.inputs.SettingTerms.byPreset;
import static dev.plankton.contracts.inputs.SettingTerms.choice;
import static dev.plankton.contracts.inputs.SettingTerms.following;
import static dev.plankton.contracts.inputs.SettingTerms.number;
import static dev.plankton.contracts.inputs.SettingTerms.setting;
import static dev.plankton.contracts.inputs.SettingTerms.whole;

import dev.plankton.contracts.choices.Augment;
import dev.plankton.contracts.choices.Loss;
import dev.plankton.contracts.choices.Miner;
import dev.plankton.contracts.choices.RateSchedule;
import dev.plankton.contracts.choices.Sampling;
import dev.plankton.contracts.inputs.Setting.Following;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Inputs that say how the network is trained, round by round (SPEC 4). */
final class ScheduleInputs {
    private ScheduleInputs() {}

    static List<Setting> all() {
        PlanktonWorkflow[] where = {EMBEDDING, TRAINING};
        ValueType rate = number(0, false, 10);
        return List.of(
                setting(
                        "loss",
                        choice(Loss.class),
                        byPreset("arcface", "standard"),
                        "What training minimises: standard, geometric and alternative are losses of triplets; the others compare all images of a batch, or (proxy-anchor, arcface) each image with a learned direction of each class, and need head sphere.",
                        where),
                setting(
                        "miner",
                        choice(Miner.class),
                        byPreset("semi-hard", "random"),
                        "How the triplets of a batch are chosen, with a loss of triplets.",
                        where),
                setting(
                        "margin",
                        number(0, false, 2048),
                        new Following("head", new TreeMap<>(Map.of("sigmoid", 5.0)), 0.2),
                        "How much farther from the anchor the negative must be than the positive, in squared distance, with loss standard. Loss geometric divides it by the squared distance of the negative; loss alternative keeps the negative at least this far away.",
                        where),
                setting(
                        "similarityMargin",
                        number(0, true, 1.5),
                        new Following("loss", new TreeMap<>(Map.of("arcface", 0.0)), 0.1),
                        "Margin of the losses multi-similarity and proxy-anchor, as a cosine, and of arcface, as an angle in radians.",
                        where),
                setting(
                        "similarityScale",
                        number(0, false, 1000),
                        new Following(
                                "loss",
                                new TreeMap<>(Map.of(
                                        "multi-similarity",
                                        50.0,
                                        "supervised-contrastive",
                                        10.0,
                                        "proxy-anchor",
                                        32.0)),
                                new Following("train", new TreeMap<>(Map.of("head", 10.0, "from", 10.0)), 16.0)),
                        "Factor of the cosines in the losses that are not of triplets: the larger, the more the hardest images count. It is 1 / temperature.",
                        where),
                setting(
                        "augment",
                        choice(Augment.class),
                        following("train", Map.of("all", "full", "head", "symmetries", "from", "full"), "symmetries"),
                        "How training images are changed at random: symmetries (quarter turns and mirror images), full (any turn, and a little of scale, shear, translation, brightness and contrast), or none.",
                        where),
                setting(
                        "sampling",
                        choice(Sampling.class),
                        new Following("loss", new TreeMap<>(Map.of("arcface", "proportional")), "balanced"),
                        "How the images of a batch are drawn: classesPerBatch classes with imagesPerClassInBatch images each (balanced), or as many images out of all alike (proportional), which serves frequent classes better and rare ones less well; only with losses arcface and proxy-anchor.",
                        where),
                setting("triplets", whole(1, 4096), always(20L), "Triplets per batch, for miner random.", where),
                setting(
                        "classesPerBatch",
                        whole(2, 1000),
                        always(20L),
                        "Classes per batch, for the other miners.",
                        where),
                setting(
                        "imagesPerClassInBatch",
                        whole(2, 1000),
                        always(4L),
                        "Images per class in a batch, for the other miners.",
                        where),
                setting(
                        "imagesPerClass",
                        whole(2, 1_000_000),
                        always(2000L),
                        "Training images per class after balancing.",
                        where),
                setting(
                        "learningRates",
                        new ValueType.ListOf(rate, 200),
                        always(List.of()),
                        "The learning rate of each round, instead of learningRate and its schedule.",
                        where),
                setting(
                        "rounds",
                        whole(1, 200),
                        following("train", Map.of("all", 6L, "head", 6L, "from", 5L), 27L),
                        "Number of training rounds; each leaves a checkpoint. If learningRates is given, blank means one round per learning rate.",
                        where),
                setting(
                        "patience",
                        whole(0, 200),
                        always(0L),
                        "Training stops early after this many rounds without a higher accuracy on validation images; 0 never stops it early.",
                        where),
                setting(
                        "resampleAtRounds",
                        new ValueType.ListOf(whole(1, 200), 200),
                        always(List.of()),
                        "Rounds before which the training images are drawn again.",
                        where),
                setting(
                        "learningRate",
                        rate,
                        following("train", Map.of("all", 0.1, "head", 0.2, "from", 0.03), 0.01),
                        "Learning rate that training begins with.",
                        where),
                setting(
                        "learningRateSchedule",
                        choice(RateSchedule.class),
                        byPreset("cosine", "exponential"),
                        "How the learning rate falls from round to round: along half a cosine to nearly 0 (cosine), or by the factor learningRateDecay (exponential).",
                        where),
                setting(
                        "learningRateDecay",
                        number(0, false, 1),
                        following("train", Map.of("all", 0.7, "head", 0.6, "from", 0.4), 0.9),
                        "Factor by which the learning rate is multiplied from one round to the next, in an exponential schedule.",
                        where),
                setting(
                        "stepsPerEpoch",
                        whole(1, 1_000_000),
                        following("train", Map.of("all", 112L, "head", 500L, "from", 100L), 1000L),
                        "Batches per epoch.",
                        where),
                setting("epochsPerRound", whole(1, 1000), byPreset(4L, 5L), "Epochs per round.", where),
                setting(
                        "validationSteps",
                        whole(1, 100_000),
                        byPreset(10L, 100L),
                        "Batches of validation images on which the loss is measured after each round.",
                        where),
                setting(
                        "warmupSteps",
                        whole(0, 1_000_000),
                        byPreset(100L, 0L),
                        "Batches over which the learning rate of the first round rises from 0.",
                        where),
                setting(
                        "ema",
                        number(0, true, 0.9999),
                        byPreset(0.99, 0.0),
                        "Share of the average of the weights that is left after a batch; checkpoints embed with this average. 0: with the weights themselves.",
                        where),
                setting("momentum", number(0, true, 0.999), always(0.9), "Momentum of the gradient descent.", where),
                setting(
                        "weightDecay",
                        number(0, true, 1),
                        byPreset(5e-4, 0.0),
                        "Weight decay of the gradient descent.",
                        where));
    }
}
