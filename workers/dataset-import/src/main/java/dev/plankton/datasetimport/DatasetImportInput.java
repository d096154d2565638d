package dev.plankton.datasetimport;

import dev.plankton.runtime.step.BadInputException;

/**
 * @param dataset name of the upload: the objects under {@code datasets/<dataset>/}
 * @param layout {@code class-folders}, {@code zooscannet} or {@code ecotaxa}
 * @param labelled whether the images are to be learnt from; if not, every image is taken, whatever class it may have
 * @param shardImages images in one shard, the unit of work that preprocessing fans out over
 * @param side height and width of preprocessed images in pixels; this and the following are handed on to preprocessing
 * @param invert whether light objects on black are turned to dark on white
 * @param cropBottom rows to cut off at the bottom of every source image
 * @param maxMegapixels images with more pixels are left out
 */
public record DatasetImportInput(
        String dataset,
        String layout,
        boolean labelled,
        int shardImages,
        int side,
        boolean invert,
        int cropBottom,
        int maxMegapixels) {

    public DatasetImportInput {
        if (dataset == null || dataset.isBlank()) {
            throw new BadInputException(
                    "dataset is blank; give the name under which the images were uploaded, for example demo.");
        }
        if (dataset.length() > 200
                || dataset.startsWith(".")
                || dataset.chars().anyMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c))) {
            throw new BadInputException(
                    "'%s' cannot be the name of a dataset; give one without slashes and without a leading dot."
                            .formatted(UploadPath.printable(dataset)));
        }
        Layout.of(layout == null ? "" : layout);
        if (shardImages < 1 || shardImages > 10_000) {
            throw new BadInputException("shardImages must be from 1 to 10000, not %d.".formatted(shardImages));
        }
    }

    String prefix() {
        return "datasets/" + dataset + "/";
    }
}
