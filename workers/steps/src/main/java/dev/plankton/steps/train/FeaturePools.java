package dev.plankton.steps.train;

import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.TrainingSet;
import dev.plankton.network.checkpoint.FeatureTable;
import dev.plankton.network.data.TrainingExamples;
import dev.plankton.network.data.TrainingPool;
import java.util.Arrays;

/** The pools of a round that trains only the head: they hold features instead of images. */
final class FeaturePools {
    private FeaturePools() {}

    /** Features are not computed for mirrored or rotated images, so each image of the draw is in the pool once. */
    static PoolReader.Pools of(DatasetManifest dataset, TrainingSet set, FeatureTable table) {
        int[] labels = dataset.images().stream()
                .mapToInt(DatasetManifest.Image::classIndex)
                .toArray();
        int[] train = set.samples().stream()
                .mapToInt(TrainingSet.Sample::image)
                .sorted()
                .distinct()
                .toArray();
        // The features of held-out classes stand behind the others; nothing is learned from them.
        TrainingExamples features = new TrainingExamples.Features(Arrays.copyOf(table.rows(), labels.length));
        return new PoolReader.Pools(
                pool(features, labels, train), pool(features, labels, PoolReader.validation(dataset)));
    }

    private static TrainingPool pool(TrainingExamples features, int[] labels, int[] images) {
        return new TrainingPool(features, labels, images, new int[images.length]);
    }
}
