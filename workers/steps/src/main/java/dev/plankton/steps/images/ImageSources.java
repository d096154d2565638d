package dev.plankton.steps.images;

import dev.plankton.contracts.columns.DigestIndex;
import dev.plankton.contracts.formats.DatasetManifest;

/** Where the images of a dataset came from, by their keys. */
public final class ImageSources {
    private final DatasetManifest dataset;
    private final DigestIndex index;

    public ImageSources(DatasetManifest dataset) {
        this.dataset = dataset;
        this.index = new DigestIndex(dataset.keys());
    }

    /** The source of an image; blank if the dataset does not hold it. */
    public String of(String key) {
        int place = index.find(key);
        return place == DigestIndex.ABSENT ? "" : dataset.images().get(place).source();
    }
}
