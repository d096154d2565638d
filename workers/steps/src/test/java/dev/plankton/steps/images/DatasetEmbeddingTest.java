package dev.plankton.steps.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.Split;
import dev.plankton.engine.testing.DrawnDataset;
import dev.plankton.engine.testing.LocalContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetEmbeddingTest {
    private static final int SIDE = 20;

    @TempDir
    Path folder;

    private LocalContext context;
    private DrawnDataset dataset;

    @BeforeEach
    void publish() throws Exception {
        context = new LocalContext(folder);
        dataset = DrawnDataset.publish(context, 3, 30, 5, 6, SIDE, 1);
    }

    @Test
    void everyImageGetsItsOwnRowInTheManifestsOrder() throws Exception {
        EmbeddingTable table = DatasetEmbedding.embed(dataset.manifest(), this::sumAndFirst, context);

        DatasetManifest manifest = dataset.manifest();
        assertThat(table.size()).isEqualTo(123);
        assertThat(context.measures().images()).isEqualTo(123);
        for (int i = 0; i < table.size(); i++) {
            assertThat(table.images().get(i)).isEqualTo(manifest.images().get(i).key());
            assertThat(table.labels()[i]).isEqualTo(manifest.images().get(i).classIndex());
            assertThat(table.splits()[i]).isEqualTo(manifest.images().get(i).split());
            assertThat(table.vectors()[i]).isEqualTo(sumAndFirst(List.of(dataset.pixels(i)), SIDE)[0]);
        }
    }

    private float[][] sumAndFirst(List<byte[]> images, int side) {
        assertThat(side).isEqualTo(SIDE);
        return images.stream()
                .map(image -> {
                    float sum = 0;
                    for (byte value : image) {
                        sum += value & 255;
                    }
                    return new float[] {sum, image[image.length / 2]};
                })
                .toArray(float[][]::new);
    }

    @Test
    void aSecondAttemptEmbedsOnlyTheRest() throws Exception {
        EmbeddingTable undisturbed = DatasetEmbedding.embed(dataset.manifest(), this::sumAndFirst, context);
        int[] embedded = {0};
        int[] most = {70};
        DatasetEmbedding.Network killed = (images, side) -> {
            if (embedded[0] >= most[0]) {
                throw new IllegalStateException("killed");
            }
            embedded[0] += images.size();
            return sumAndFirst(images, side);
        };
        assertThatThrownBy(() -> DatasetEmbedding.embed(dataset.manifest(), killed, 30, context))
                .hasMessage("killed");
        int before = embedded[0];
        int lost = before % 30; // at most a portion
        most[0] = Integer.MAX_VALUE;
        EmbeddingTable resumed = DatasetEmbedding.embed(dataset.manifest(), killed, 30, context);
        assertThat(embedded[0]).isBetween(123, 123 + 30 + lost).isLessThan(123 + before);
        assertThat(resumed.vectors()).isDeepEqualTo(undisturbed.vectors());
    }

    @Test
    void onlyWhatIsWantedIsReadAndTransformed() throws Exception {
        Map<Integer, byte[]> seen = new HashMap<>();
        List<DatasetManifest.Image> images = dataset.manifest().images();

        new ImageBatches(dataset.manifest(), context)
                .forEachBatch(
                        image -> images.get(image).split() == Split.TEST,
                        pixels -> new byte[] {pixels[210]},
                        (batch, pixels) -> {
                            for (int i = 0; i < batch.length; i++) {
                                seen.put(batch[i], pixels.get(i));
                            }
                        });

        assertThat(seen).hasSize(18);
        seen.forEach((image, pixel) -> {
            assertThat(images.get(image).split()).isEqualTo(Split.TEST);
            assertThat(pixel[0]).isEqualTo(dataset.pixels(image)[210]);
        });
    }

    @Test
    void fetchesOneShardAheadAndKeepsNone() throws Exception {
        assertThat(dataset.manifest().shards()).hasSizeGreaterThan(2);
        DatasetEmbedding.embed(
                dataset.manifest(),
                (images, side) -> {
                    for (int i = 0; i < 1_000 && context.artifacts().mostHeld() < 2; i++) {
                        LockSupport.parkNanos(10_000_000); // the next one comes in the background
                    }
                    return sumAndFirst(images, side);
                },
                context);

        assertThat(context.artifacts().mostHeld()).isEqualTo(2);
        assertThat(context.artifacts().held()).isEmpty();
    }

    @Test
    void cancellingEndsItAtTheNextBatch() {
        List<Integer> batches = new ArrayList<>();

        assertThatThrownBy(() -> DatasetEmbedding.embed(
                        dataset.manifest(),
                        (images, side) -> {
                            batches.add(images.size());
                            context.cancel();
                            return sumAndFirst(images, side);
                        },
                        context))
                .isInstanceOf(InterruptedException.class);
        assertThat(batches).hasSize(1);
    }
}
