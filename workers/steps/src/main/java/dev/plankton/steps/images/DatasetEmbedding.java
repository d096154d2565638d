package dev.plankton.steps.images;

import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.Split;
import dev.plankton.engine.step.StepContext;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/** Computes the embeddings of all images of a dataset, which are neither augmented nor balanced. */
public final class DatasetEmbedding {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final IntPredicate ALL = image -> true;

    private DatasetEmbedding() {}

    /** A network that embeds images. */
    @FunctionalInterface
    public interface Network {
        /**
         * Embeds a batch.
         *
         * @param images grey images of side x side pixels, row by row, 0 black to 255 white
         * @param side as in {@link DatasetManifest#side}
         * @return shape images x dimensions
         */
        float[][] embed(List<byte[]> images, int side);
    }

    /**
     * Embeds every image and logs the progress.
     *
     * @return one row for each image, in the manifest's order
     */
    public static EmbeddingTable embed(DatasetManifest dataset, Network network, StepContext context)
            throws IOException, InterruptedException {
        float[][] vectors = new float[dataset.images().size()][];
        Lines lines = new Lines(vectors.length, context);
        new ImageBatches(dataset, context).forEachBatch(ALL, UnaryOperator.identity(), (images, pixels) -> {
            float[][] embedded = network.embed(pixels, dataset.side());
            for (int i = 0; i < images.length; i++) {
                vectors[images[i]] = embedded[i];
            }
            lines.add(images.length);
        });
        return table(dataset, vectors);
    }

    /** @param vectors one row for each image, in the manifest's order */
    public static EmbeddingTable table(DatasetManifest dataset, float[][] vectors) {
        return new EmbeddingTable(
                dataset.images().stream().map(DatasetManifest.Image::key).toList(),
                dataset.classes(),
                dataset.images().stream()
                        .mapToInt(DatasetManifest.Image::classIndex)
                        .toArray(),
                dataset.images().stream().map(DatasetManifest.Image::split).toArray(Split[]::new),
                vectors);
    }

    private static final class Lines {
        private final int all;
        private final StepContext context;
        private int done;
        private Instant last = Instant.now();

        Lines(int all, StepContext context) {
            this.all = all;
            this.context = context;
        }

        void add(int images) {
            done += images;
            context.measures().images(images);
            Instant now = Instant.now();
            if (Duration.between(last, now).compareTo(BETWEEN_LINES) >= 0) {
                last = now;
                context.log("embedded %d of %d images".formatted(done, all));
            }
        }
    }
}
