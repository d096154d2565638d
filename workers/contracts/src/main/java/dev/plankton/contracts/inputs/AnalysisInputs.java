package dev.plankton.contracts.inputs;

import static dev.plankton.contracts.inputs.PlanktonWorkflow.ANALYSIS;
import static dev.plankton.contracts.inputs.PlanktonWorkflow.EMBEDDING;
import static dev.plankton.contracts.inputs.SettingTerms.always;
import static dev.plankton.contracts.inputs.SettingTerms.artifact;
import static dev.plankton.contracts.inputs.SettingTerms.byPreset;
import static dev.plankton.contracts.inputs.SettingTerms.number;
import static dev.plankton.contracts.inputs.SettingTerms.setting;
import static dev.plankton.contracts.inputs.SettingTerms.uploadName;
import static dev.plankton.contracts.inputs.SettingTerms.whole;

import dev.plankton.contracts.inputs.Setting.Optional;
import java.util.List;

/** Inputs of the analyses (SPEC 6 to 9). */
final class AnalysisInputs {
    private AnalysisInputs() {}

    static List<Setting> all() {
        PlanktonWorkflow[] where = {EMBEDDING, ANALYSIS};
        return List.of(
                setting(
                        "trainingId",
                        artifact(),
                        new Optional("vectors are analysed instead"),
                        "The training to analyse: the trainingId that a run of plankton_training or plankton_embedding printed.",
                        ANALYSIS),
                setting(
                        "vectors",
                        uploadName(),
                        new Optional("a training is analysed"),
                        "Embeddings made elsewhere, to analyse instead of a training: the name under which they were uploaded. The upload is one Parquet file with the columns image, class, split and vector, or one NPY file (images x dimensions) and one CSV file with a header and the columns image, class and split.",
                        ANALYSIS),
                setting(
                        "datasetId",
                        artifact(),
                        new Optional("the report shows no images"),
                        "The dataset with the images that the vectors belong to, so that the report can show them. The vectors name each image by its key or by its file (copepod/17.png).",
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
                        "classifierPatience",
                        whole(0, 10_000),
                        always(0L),
                        "Training of the classifier ends early after this many epochs in a row without a better accuracy on validation images; 0 for never.",
                        where),
                setting(
                        "classifierMaxBatches",
                        whole(0, 1_000_000_000),
                        byPreset(50_000L, 0L),
                        "Training of the classifier ends with the epoch that reaches this many batches, however many images there are; 0 for no limit.",
                        where),
                setting(
                        "sizeFeature",
                        new ValueType.TrueOrFalse(),
                        always(false),
                        "Whether the classifier, the check of labels and the classification of new images also get the size of each image before it was scaled: the logarithm of its longer side in pixels, times the pixel size where EcoTaxa's tables give it for every image. Without these tables all images must have been taken with the same pixel size.",
                        where),
                setting(
                        "pcaImagesPerClass",
                        whole(1, 1_000),
                        always(25L),
                        "Test images per class shown in the plot of the principal components.",
                        where),
                setting(
                        "pcaFramesBetween",
                        whole(0, 120),
                        byPreset(8L, 0L),
                        "Frames between two checkpoints in the film pca.mp4; 0 shows only the checkpoints themselves.",
                        where),
                setting(
                        "pcaTurn",
                        whole(0, 360),
                        always(0L),
                        "Degrees by which the view rotates from one checkpoint to the next in the film pca.mp4; 0 for a fixed view.",
                        where),
                setting(
                        "relationsEpsilon",
                        number(0, false, 100),
                        always(0.2),
                        "Two differences between embeddings are a relation if their distance is below this value.",
                        where),
                setting(
                        "relationsBest",
                        whole(1, 1000),
                        always(20L),
                        "How many of the best relations are shown.",
                        where),
                setting(
                        "relationsWithinClass",
                        new ValueType.TrueOrFalse(),
                        always(false),
                        "Whether differences between two images of the same class count.",
                        where),
                setting(
                        "relationsMaxImages",
                        whole(4, 4000),
                        byPreset(2000L, 4000L),
                        "Test images among which relations are searched; if there are more, this many are drawn at random.",
                        where),
                setting(
                        "separationMaxImages",
                        whole(10, 20_000),
                        always(10_000L),
                        "Test images whose silhouette is measured; where there are more, so many are drawn at random.",
                        where),
                setting("dendrogramLeaves", whole(2, 200), always(40L), "Leaves of the dendrogram.", where),
                setting(
                        "dendrogramClusters",
                        whole(2, 100),
                        always(3L),
                        "Main clusters of the dendrogram, each shown in its own colour.",
                        where));
    }
}
