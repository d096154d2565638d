package dev.plankton.steps.images;

import dev.plankton.contracts.columns.DigestIndex;
import dev.plankton.contracts.formats.DatasetManifest;
import java.util.Optional;

/** Finds the images of a dataset by their keys. */
public final class ImagesByKey {
    private final DatasetManifest dataset;
    private final DigestIndex index;

    public ImagesByKey(DatasetManifest dataset) {
        this.dataset = dataset;
        this.index = new DigestIndex(dataset.keys());
    }

    /** The entry of an image, if the dataset holds it. */
    public Optional<DatasetManifest.Image> find(String key) {
        int place = index.find(key);
        return place == DigestIndex.ABSENT
                ? Optional.empty()
                : Optional.of(dataset.images().get(place));
    }

    /** The source of an image; blank if the dataset does not hold it. */
    public String source(String key) {
        return find(key).map(DatasetManifest.Image::source).orElse("");
    }
}
