package dev.plankton.settings;

import static dev.plankton.settings.PlanktonWorkflow.ANALYSIS;
import static dev.plankton.settings.PlanktonWorkflow.DATASET;
import static dev.plankton.settings.PlanktonWorkflow.EMBEDDING;
import static dev.plankton.settings.PlanktonWorkflow.TRAINING;

import dev.plankton.settings.Setting.Always;
import dev.plankton.settings.Setting.ByPreset;
import dev.plankton.settings.Setting.Default;
import dev.plankton.settings.Setting.Following;
import dev.plankton.settings.Setting.RecommendedFollowing;
import dev.plankton.settings.Setting.Required;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every key of every workflow's input (SPEC.md's defaults are the preset "original"). */
public final class Schema {
    private static final List<Setting> ALL = Stream.of(general(), dataset(), network(), schedule(), analysis())
            .flatMap(List::stream)
            .toList();

    private Schema() {}

    /** All settings, in the order in which people read them. */
    public static List<Setting> all() {
        return ALL;
    }

    /** The settings that a workflow takes. */
    public static List<Setting> of(PlanktonWorkflow workflow) {
        return ALL.stream()
                .filter(setting -> setting.workflows().contains(workflow))
                .toList();
    }

    static Optional<Setting> find(String key) {
        return ALL.stream().filter(setting -> setting.key().equals(key)).findFirst();
    }

    private static List<Setting> general() {
        return List.of(
                setting(
                        "preset",
                        choice("recommended", "original"),
                        always("recommended"),
                        "Which set of defaults fills the blanks: recommended learns in minutes on two cores, original has the numbers of the original experiment.",
                        EMBEDDING,
                        DATASET,
                        TRAINING,
                        ANALYSIS),
                setting(
                        "seed",
                        whole(0, 9_007_199_254_740_991L),
                        always(1L),
                        "Decides every random draw; the same seed gives the same run.",
                        EMBEDDING,
                        DATASET,
                        TRAINING,
                        ANALYSIS),
                setting(
                        "engine",
                        choice("onnx-runtime", "dl4j", "fastest"),
                        always("onnx-runtime"),
                        "What computes embeddings: onnx-runtime on the CPU, dl4j on what trains, fastest whichever is faster at the moment. They agree to 4 digits; all digits are the same each time with the first two alone.",
                        EMBEDDING,
                        TRAINING,
                        ANALYSIS));
    }

    private static List<Setting> dataset() {
        PlanktonWorkflow[] where = {EMBEDDING, DATASET};
        return List.of(
                setting(
                        "dataset",
                        new Kind.Text(
                                "[A-Za-z0-9][A-Za-z0-9._-]{0,99}",
                                "a name of at most 100 letters, digits, '.', '_' and '-' that starts with a letter or digit"),
                        always("demo"),
                        "The name under which the images were uploaded.",
                        where),
                setting(
                        "layout",
                        choice("class-folders", "zooscannet", "ecotaxa"),
                        always("class-folders"),
                        "How the uploaded files say which class an image belongs to.",
                        where),
                setting(
                        "side",
                        whole(32, 1024),
                        always(299L),
                        "Height and width in pixels to which images are brought.",
                        where),
                setting(
                        "invert",
                        new Kind.TrueOrFalse(),
                        always(false),
                        "Whether the camera shows light objects on black, which are then turned to dark on white.",
                        where),
                setting(
                        "cropBottom",
                        whole(0, 10_000),
                        always(0L),
                        "Rows cut off at the bottom of each image; 31 for the scale of EcoTaxa exports.",
                        where),
                setting("maxMegapixels", whole(1, 1000), always(100L), "Larger images are left out.", where),
                setting(
                        "shardImages",
                        whole(1, 10_000),
                        always(256L),
                        "Images preprocessed by one task; fewer means more tasks side by side.",
                        where),
                setting(
                        "validationPerClass",
                        whole(1, 100_000),
                        always(100L),
                        "Images of each class kept for validation.",
                        where),
                setting(
                        "testPerClass",
                        whole(1, 100_000),
                        always(100L),
                        "Images of each class kept for the test.",
                        where),
                setting(
                        "smallClassFraction",
                        number(0, false, 0.4),
                        always(0.15),
                        "The part of a small class kept for validation, and again for the test.",
                        where),
                setting(
                        "maxLeftOutFraction",
                        number(0, true, 1),
                        always(0.05),
                        "The import fails when a larger part of the images cannot be used.",
                        where));
    }

    private static List<Setting> network() {
        PlanktonWorkflow[] where = {EMBEDDING, TRAINING};
        return List.of(
                setting(
                        "datasetId",
                        new Kind.Text("[0-9a-f]{64}", "64 hexadecimal digits"),
                        new Required("the datasetId that a run of plankton_dataset or plankton_embedding printed"),
                        "The dataset to train on.",
                        TRAINING),
                setting(
                        "backbone",
                        choice("small", "inception-v3"),
                        byPreset("small", "inception-v3"),
                        "The convolutional network below the embedding.",
                        where),
                setting(
                        "features",
                        new Kind.Text("avg_pool|mixed([0-9]|10)", "avg_pool, or mixed0 to mixed10"),
                        following("backbone", Map.of("small", "avg_pool", "inception-v3", "mixed8"), "avg_pool"),
                        "Where the backbone is cut and pooled.",
                        where),
                setting(
                        "weights",
                        new Kind.Text("none|[0-9a-f]{64}", "none, or the 64 hexadecimal digits of imported weights"),
                        always("none"),
                        "Pretrained weights to start from; ./plankton weights import prints their id.",
                        where),
                setting(
                        "startFrom",
                        new Kind.Text("none|[0-9a-f]{64}", "none, or the 64 hexadecimal digits of a checkpoint"),
                        always("none"),
                        "The checkpoint of an earlier training of such a network to begin with, instead of weights; its head, say, learnt alone.",
                        where),
                setting(
                        "train",
                        new Kind.Text("all|head|from:mixed([0-9]|10)", "all, head, or from:mixed0 to from:mixed10"),
                        following("backbone", Map.of("small", "all", "inception-v3", "head"), "all"),
                        "Which part of the network learns: all, the last layer alone (head), or a stage of the backbone and what is behind it (from:).",
                        where),
                setting(
                        "batchNorm",
                        choice("batch", "frozen"),
                        always("batch"),
                        "What layers that learn are normalised by: the statistics of each batch, or those that the network began with.",
                        where),
                setting(
                        "head",
                        choice("sphere", "sigmoid"),
                        byPreset("sphere", "sigmoid"),
                        "What ends the network: embeddings of length 1, or every value between 0 and 1.",
                        where),
                setting("dimensions", whole(2, 2048), always(64L), "Length of an embedding.", where),
                setting(
                        "networkSide",
                        whole(16, 1024),
                        following("backbone", Map.of("small", 64L, "inception-v3", 139L), 299L),
                        "Height and width in pixels of what the network sees.",
                        where));
    }

    private static List<Setting> schedule() {
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

    private static List<Setting> analysis() {
        PlanktonWorkflow[] where = {EMBEDDING, ANALYSIS};
        return List.of(
                setting(
                        "trainingId",
                        new Kind.Text("[0-9a-f]{64}", "64 hexadecimal digits"),
                        new Required("the trainingId that a run of plankton_training or plankton_embedding printed"),
                        "The training to analyse.",
                        ANALYSIS),
                setting("classifierHiddenLayers", whole(1, 16), always(4L), "Hidden layers of the classifier.", where),
                setting(
                        "classifierUnits",
                        whole(1, 4096),
                        always(512L),
                        "Units in each hidden layer of the classifier.",
                        where),
                setting(
                        "classifierLearningRate",
                        number(0, false, 10),
                        always(0.01),
                        "Learning rate of the classifier.",
                        where),
                setting(
                        "classifierMomentum",
                        number(0, true, 0.999),
                        always(0.9),
                        "Momentum of the classifier.",
                        where),
                setting(
                        "classifierBatch",
                        whole(1, 10_000),
                        always(64L),
                        "Embeddings in a batch of the classifier.",
                        where),
                setting("classifierEpochs", whole(1, 10_000), always(100L), "Epochs of the classifier.", where),
                setting(
                        "pcaImagesPerClass",
                        whole(1, 10_000),
                        always(25L),
                        "Test images of each class shown in the principal components.",
                        where),
                setting(
                        "pcaFramesBetween",
                        whole(0, 120),
                        byPreset(8L, 0L),
                        "Frames from one checkpoint to the next in pca.mp4; 0 for a still of each checkpoint.",
                        where),
                setting(
                        "relationsEpsilon",
                        number(0, false, 100),
                        always(0.2),
                        "Two differences between images are a relation when they are nearer than this.",
                        where),
                setting(
                        "relationsBest",
                        whole(1, 1000),
                        always(20L),
                        "How many of the best relations are shown.",
                        where),
                setting(
                        "relationsWithinClass",
                        new Kind.TrueOrFalse(),
                        always(false),
                        "Whether pairs inside one class count as relations.",
                        where),
                setting(
                        "relationsMaxImages",
                        whole(4, 1_000_000),
                        byPreset(1000L, 10_000L),
                        "Test images among which relations are sought; more are thinned out evenly.",
                        where),
                setting("dendrogramLeaves", whole(2, 1000), always(40L), "Leaves of the dendrogram.", where),
                setting(
                        "dendrogramClusters",
                        whole(2, 100),
                        always(3L),
                        "Main clusters of the dendrogram, shown in colour.",
                        where));
    }

    private static Setting setting(
            String key, Kind kind, Default otherwise, String description, PlanktonWorkflow... workflows) {
        return new Setting(key, kind, otherwise, description, Arrays.asList(workflows));
    }

    private static Kind whole(long least, long most) {
        return new Kind.WholeNumber(least, most);
    }

    private static Kind number(double least, boolean leastIncluded, double most) {
        return new Kind.Number(least, leastIncluded, most);
    }

    private static Kind choice(String... words) {
        return new Kind.Choice(List.of(words));
    }

    private static Default always(Object value) {
        return new Always(value);
    }

    private static Default following(String key, Map<String, Object> recommended, Object original) {
        return new RecommendedFollowing(key, new TreeMap<>(recommended), original);
    }

    private static Default byPreset(Object recommended, Object original) {
        return new ByPreset(recommended, original);
    }
}
