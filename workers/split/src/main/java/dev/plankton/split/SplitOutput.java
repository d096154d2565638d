package dev.plankton.split;

/**
 * @param datasetId artifact id of the {@link dev.plankton.runtime.formats.DatasetManifest}
 * @param images usable images
 * @param leftOut files that were left out or set aside; with the images, all that were uploaded
 * @param classes number of classes
 */
public record SplitOutput(String datasetId, int images, int leftOut, int classes) {}
