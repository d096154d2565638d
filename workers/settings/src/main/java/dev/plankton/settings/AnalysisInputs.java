package dev.plankton.settings;

import static dev.plankton.settings.PlanktonWorkflow.ANALYSIS;
import static dev.plankton.settings.PlanktonWorkflow.EMBEDDING;
import static dev.plankton.settings.SettingTerms.always;
import static dev.plankton.settings.SettingTerms.byPreset;
import static dev.plankton.settings.SettingTerms.number;
import static dev.plankton.settings.SettingTerms.setting;
import static dev.plankton.settings.SettingTerms.whole;

import dev.plankton.settings.Setting.Optional;
import java.util.List;

/** What is made of a training (SPEC 6 to 9). */
final class AnalysisInputs {
    private AnalysisInputs() {}

    static List<Setting> all() {
        PlanktonWorkflow[] where = {EMBEDDING, ANALYSIS};
        return List.of(
                setting(
                        "trainingId",
                        new Kind.Text("[0-9a-f]{64}", "64 hexadecimal digits"),
                        new Optional("vectors are analysed instead"),
                        "The training to analyse: the trainingId that a run of plankton_training or plankton_embedding printed.",
                        ANALYSIS),
                setting(
                        "vectors",
                        new Kind.Text(
                                "[A-Za-z0-9][A-Za-z0-9._-]{0,99}",
                                "a name of at most 100 letters, digits, '.', '_' and '-' that starts with a letter or digit"),
                        new Optional("a training is analysed"),
                        "The name under which embeddings made elsewhere were uploaded, to analyse instead of a training: one Parquet file with the columns image, class, split and vector, or one NPY file (images x dimensions) and one CSV file with a header and the columns image, class and split.",
                        ANALYSIS),
                setting(
                        "datasetId",
                        new Kind.Text("[0-9a-f]{64}", "64 hexadecimal digits"),
                        new Optional("the report shows no images of them"),
                        "The dataset that holds the images of vectors, for the report to show them; vectors name them by their key or by their file (copepod/17.png).",
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
                        whole(1, 1_000),
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
                        "pcaTurn",
                        whole(0, 360),
                        always(0L),
                        "Degrees by which the view turns from one checkpoint to the next in pca.mp4; 0 keeps it where it is.",
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
                        whole(4, 4000),
                        byPreset(2000L, 4000L),
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
}
