package dev.plankton.steps.images;

import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.ImageShard;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.engine.store.Artifacts;
import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The preprocessed images of a dataset by key, for steps that show some of them. A shard is fetched when the first of
 * its images is needed. Not thread-safe.
 */
public final class DatasetImages implements Closeable {
    /** A process may have only so many files open. */
    private static final int MOST_OPEN = 64;

    private final DatasetManifest dataset;
    private final Artifacts artifacts;
    private final ImagesByKey images;
    /** The least recently used shard first. */
    private final Map<Integer, ImageShard> open = new LinkedHashMap<>(16, 0.75f, true);

    public DatasetImages(DatasetManifest dataset, Artifacts artifacts) {
        this.dataset = dataset;
        this.artifacts = artifacts;
        this.images = new ImagesByKey(dataset);
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
        return images.find(key)
                .orElseThrow(() -> new IOException("dataset %s holds no image %s".formatted(dataset.name(), key)));
    }

    /** See {@link ImageShard#pixels}. */
    public byte[] pixels(String key) throws IOException, InterruptedException {
        int number = image(key).shard();
        ImageShard shard = open.get(number);
        if (shard == null) {
            closeSome();
            ArtifactId id = dataset.shards().get(number);
            shard = ImageShard.open(artifacts.fetch(id), dataset.side());
            open.put(number, shard);
        }
        return shard.pixels(key);
    }

    private void closeSome() throws IOException {
        Iterator<Map.Entry<Integer, ImageShard>> least = open.entrySet().iterator();
        while (open.size() >= MOST_OPEN) {
            Map.Entry<Integer, ImageShard> shard = least.next();
            shard.getValue().close();
            artifacts.release(dataset.shards().get(shard.getKey()));
            least.remove();
        }
    }

    @Override
    public void close() throws IOException {
        for (ImageShard shard : open.values()) {
            shard.close();
        }
    }
}
