package dev.plankton.steps.images;

import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.NpyFile;
import dev.plankton.contracts.formats.NpyReader;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.json.Json;
import dev.plankton.engine.step.StepContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Computes the embeddings of all images of a dataset, which are neither augmented nor balanced. */
public final class DatasetEmbedding {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    /**
     * Images of a portion. The small network takes seconds for it, so what is remembered costs little beside that; Inception
     * v3 takes some minutes.
     */
    private static final int PORTION = 4096;

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
     * Embeds every image and logs the progress. Of large datasets, each portion of some thousand images is remembered: an
     * attempt that is killed loses one.
     *
     * @return one row for each image, in the manifest's order
     */
    public static EmbeddingTable embed(DatasetManifest dataset, Network network, StepContext context)
            throws IOException, InterruptedException {
        return embed(dataset, network, PORTION, context);
    }

    static EmbeddingTable embed(DatasetManifest dataset, Network network, int portionImages, StepContext context)
            throws IOException, InterruptedException {
        float[][] vectors = new float[dataset.images().size()][];
        Lines lines = new Lines(vectors.length, context);
        ImageBatches batches = new ImageBatches(dataset, context);
        ImageBatches.Visitor embedding = (images, pixels) -> {
            float[][] embedded = network.embed(pixels, dataset.side());
            for (int i = 0; i < images.length; i++) {
                vectors[images[i]] = embedded[i];
            }
            lines.add(images.length);
        };
        // a step may embed several sets of images
        String first =
                dataset.images().isEmpty() ? "" : dataset.images().getFirst().key();
        List<ImageBatches.Portion> portions = batches.portions(portionImages);
        for (int number = 0; number < portions.size(); number++) {
            ImageBatches.Portion portion = portions.get(number);
            if (portions.size() == 1) {
                batches.forEachBatch(portion, embedding);
                continue;
            }
            int[] images = portion.images();
            Vectors done = context.part(
                    Json.digest("embeddings", context.key(), first, Integer.toString(number)),
                    Vectors.class,
                    artifacts -> {
                        batches.forEachBatch(portion, embedding);
                        return new Vectors(artifacts.publish("embeddings-portion", written(images, vectors, context)));
                    });
            if (vectors[images[0]] == null) { // an earlier attempt has done it
                read(done, images, vectors, context);
                lines.add(images.length);
            }
        }
        return table(dataset, vectors);
    }

    /** @param vectors a matrix in NumPy's format, with one row for each image of a portion */
    private record Vectors(ArtifactId vectors) {}

    private static Path written(int[] images, float[][] vectors, StepContext context) throws IOException {
        float[][] rows = Arrays.stream(images).mapToObj(image -> vectors[image]).toArray(float[][]::new);
        Path file = Files.createTempFile(context.scratch(), "portion-", ".npy");
        NpyFile.write(rows, rows[0].length, file);
        return file;
    }

    private static void read(Vectors done, int[] images, float[][] vectors, StepContext context)
            throws IOException, InterruptedException {
        float[][] rows = new NpyReader(done.vectors().sha256(), Integer.MAX_VALUE)
                .read(context.artifacts().fetch(done.vectors()));
        if (rows.length != images.length) {
            throw new IOException("a portion has %d vectors for %d images".formatted(rows.length, images.length));
        }
        for (int i = 0; i < images.length; i++) {
            vectors[images[i]] = rows[i];
        }
        context.artifacts().release(done.vectors());
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
