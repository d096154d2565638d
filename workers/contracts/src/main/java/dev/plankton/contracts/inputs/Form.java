package dev.plankton.contracts.inputs;

import java.util.List;

/**
 * The inputs that a workflow's form in Conductor shows, those needed most often first. A form takes at most
 * {@value #MOST}; every other input of the schema is accepted all the same.
 */
public final class Form {
    /** More than this nobody reads. */
    public static final int MOST = 15;

    private Form() {}

    /** The settings of the form, in its order. */
    public static List<Setting> of(PlanktonWorkflow workflow) {
        List<Setting> settings = Schema.of(workflow);
        return keys(workflow).stream()
                .map(key -> settings.stream()
                        .filter(setting -> setting.key().equals(key))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static List<String> keys(PlanktonWorkflow workflow) {
        return switch (workflow) {
            case EMBEDDING ->
                List.of(
                        "dataset",
                        "layout",
                        "preset",
                        "backbone",
                        "weights",
                        "train",
                        "startFrom",
                        "rounds",
                        "learningRate",
                        "loss",
                        "heldOutClasses",
                        "sizeFeature",
                        "invert",
                        "cropBottom",
                        "seed");
            case DATASET ->
                List.of(
                        "dataset",
                        "layout",
                        "invert",
                        "cropBottom",
                        "side",
                        "validationPerClass",
                        "testPerClass",
                        "smallClassFraction",
                        "maxLeftOutFraction",
                        "bitDepth",
                        "maxMegapixels",
                        "shardImages",
                        "preset",
                        "seed");
            case TRAINING ->
                List.of(
                        "datasetId",
                        "preset",
                        "backbone",
                        "weights",
                        "train",
                        "startFrom",
                        "rounds",
                        "learningRate",
                        "learningRateSchedule",
                        "loss",
                        "augment",
                        "imagesPerClass",
                        "patience",
                        "seed");
            case ANALYSIS ->
                List.of(
                        "trainingId",
                        "vectors",
                        "datasetId",
                        "classifierEpochs",
                        "sizeFeature",
                        "pcaImagesPerClass",
                        "pcaFramesBetween",
                        "relationsEpsilon",
                        "relationsBest",
                        "relationsWithinClass",
                        "relationsMaxImages",
                        "dendrogramLeaves",
                        "dendrogramClusters",
                        "preset",
                        "seed");
            case SWEEP ->
                List.of(
                        "dataset",
                        "layout",
                        "grid",
                        "rankBy",
                        "parallel",
                        "preset",
                        "backbone",
                        "weights",
                        "train",
                        "rounds",
                        "learningRate",
                        "loss",
                        "seed");
            case DISCOVER ->
                List.of(
                        "dataset",
                        "layout",
                        "model",
                        "groupFrom",
                        "groups",
                        "minimumGroupSize",
                        "farQuantile",
                        "invert",
                        "cropBottom",
                        "imageRank",
                        "bitDepth",
                        "maxMegapixels",
                        "shardImages",
                        "engine",
                        "seed");
            case CLASSIFY, PROMOTE, CLEANUP, VERIFY ->
                Schema.of(workflow).stream().map(Setting::key).toList();
        };
    }
}
