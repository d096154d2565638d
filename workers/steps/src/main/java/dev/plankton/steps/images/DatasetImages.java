package dev.plankton.steps.images;

import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.ImageShard;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.engine.store.Artifacts;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The preprocessed images of a dataset by key, for steps that show some of them. A shard is fetched when the first of
 * its images is needed. Not thread-safe.
 */
public final class DatasetImages implements Closeable {
    private final DatasetManifest dataset;
    private final Artifacts artifacts;
    private final Map<String, DatasetManifest.Image> images;
    private final Map<Integer, ImageShard> open = new HashMap<>();

    public DatasetImages(DatasetManifest dataset, Artifacts artifacts) {
        this.dataset = dataset;
        this.artifacts = artifacts;
        this.images =
                dataset.images().stream().collect(Collectors.toMap(DatasetManifest.Image::key, Function.identity()));
    }

    /** Whether the dataset has images to show; if not, {@link #pixels} throws. */
    public boolean any() {
        return dataset.hasPictures();
    }

    /** Height and width of every image in pixels. */
    public int side() {
        return dataset.side();
    }

    /** The entry of an image in the dataset. */
    public DatasetManifest.Image image(String key) throws IOException {
        DatasetManifest.Image image = images.get(key);
        if (image == null) {
            throw new IOException("dataset %s holds no image %s".formatted(dataset.name(), key));
        }
        return image;
    }

    /** See {@link ImageShard#pixels}. */
    public byte[] pixels(String key) throws IOException, InterruptedException {
        int index = image(key).shard();
        ImageShard shard = open.get(index);
        if (shard == null) {
            ArtifactId id = dataset.shards().get(index);
            shard = ImageShard.open(artifacts.fetch(id), dataset.side());
            open.put(index, shard);
        }
        return shard.pixels(key);
    }

    @Override
    public void close() throws IOException {
        for (ImageShard shard : open.values()) {
            shard.close();
        }
    }
}
