package dev.plankton.train;

import dev.plankton.network.FeatureTable;
import dev.plankton.network.TrainingExamples;
import dev.plankton.network.TrainingPool;
import dev.plankton.runtime.formats.DatasetManifest;
import dev.plankton.runtime.formats.TrainingSet;

/** What a round draws from that trains the head alone: the table of features, instead of images. */
final class FeaturePools {
    private FeaturePools() {}

    /**
     * Features do not know symmetries, so each image of the draw is in the pool once.
     *
     * @throws IllegalArgumentException if the table is not one of the dataset
     */
    static PoolReader.Pools of(DatasetManifest dataset, TrainingSet set, FeatureTable table) {
        if (!table.dataset().equals(set.dataset().sha256())) {
            throw new IllegalArgumentException(
                    "the features are those of dataset %s, not of %s".formatted(table.dataset(), set.dataset()));
        }
        int[] labels = dataset.images().stream()
                .mapToInt(DatasetManifest.Image::classIndex)
                .toArray();
        int[] train = set.samples().stream()
                .mapToInt(TrainingSet.Sample::image)
                .sorted()
                .distinct()
                .toArray();
        return new PoolReader.Pools(pool(table, labels, train), pool(table, labels, PoolReader.validation(dataset)));
    }

    private static TrainingPool pool(FeatureTable table, int[] labels, int[] images) {
        return new TrainingPool(new TrainingExamples.Features(table.rows()), labels, images, new int[images.length]);
    }
}
