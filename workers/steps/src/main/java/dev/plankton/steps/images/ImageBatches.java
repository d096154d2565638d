package dev.plankton.steps.images;

import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.ImageShard;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.engine.step.StepContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Streams the pixels of a dataset's images shard by shard, on all cores; no more than one batch of whole pictures is
 * in memory at a time. The next shard is fetched while one is read.
 */
public final class ImageBatches {
    private static final int BATCH = 64;

    private final DatasetManifest dataset;
    private final StepContext context;

    /** Receives the batches one after another. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Receives some images of one shard.
         *
         * @param images indices into {@link DatasetManifest#images}, ascending
         * @param pixels the transformed pixels of each image
         */
        void visit(int[] images, List<byte[]> pixels) throws IOException, InterruptedException;
    }

    public ImageBatches(DatasetManifest dataset, StepContext context) {
        this.dataset = dataset;
        this.context = context;
    }

    /**
     * Visits all images that the predicate accepts. Shards without such an image are not fetched.
     *
     * @param wanted takes an index into {@link DatasetManifest#images}
     * @param transform turns side x side pixels into the bytes to keep; called from several threads
     * @throws InterruptedException if the step is cancelled
     */
    public void forEachBatch(IntPredicate wanted, UnaryOperator<byte[]> transform, Visitor visitor)
            throws IOException, InterruptedException {
        forEachBatch(new Portion(0, byShard(wanted)), transform, visitor);
    }

    /** Divides all images, shard by shard, into portions of at least so many images; only the last may have fewer. */
    public List<Portion> portions(int least) {
        int[][] all = byShard(image -> true);
        List<Portion> portions = new ArrayList<>();
        int first = 0;
        int images = 0;
        for (int shard = 0; shard < all.length; shard++) {
            images += all[shard].length;
            if (images >= least || (images > 0 && shard == all.length - 1)) {
                portions.add(new Portion(first, Arrays.copyOfRange(all, first, shard + 1)));
                first = shard + 1;
                images = 0;
            }
        }
        return portions;
    }

    /**
     * Images of neighbouring shards.
     *
     * @param firstShard index into {@link DatasetManifest#shards}
     * @param byShard for this shard and the ones after it, indices into {@link DatasetManifest#images}
     */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    public record Portion(int firstShard, int[][] byShard) {
        /** Indices into {@link DatasetManifest#images}, shard by shard. */
        public int[] images() {
            return Arrays.stream(byShard).flatMapToInt(Arrays::stream).toArray();
        }
    }

    /** Visits all images of a portion. */
    public void forEachBatch(Portion portion, Visitor visitor) throws IOException, InterruptedException {
        forEachBatch(portion, UnaryOperator.identity(), visitor);
    }

    private void forEachBatch(Portion portion, UnaryOperator<byte[]> transform, Visitor visitor)
            throws IOException, InterruptedException {
        List<Integer> places = IntStream.range(0, portion.byShard().length)
                .filter(place -> portion.byShard()[place].length > 0)
                .boxed()
                .toList();
        try (ReadAhead<Integer, Path> files =
                new ReadAhead<>(places, place -> context.artifacts().fetch(shard(portion, place)))) {
            for (int place : places) {
                context.checkCancelled();
                try (ImageShard pictures = ImageShard.open(files.next(), dataset.side())) {
                    visit(pictures, portion.byShard()[place], transform, visitor);
                }
                context.artifacts().release(shard(portion, place));
            }
        }
    }

    private ArtifactId shard(Portion portion, int place) {
        return dataset.shards().get(portion.firstShard() + place);
    }

    private void visit(ImageShard pictures, int[] images, UnaryOperator<byte[]> transform, Visitor visitor)
            throws IOException, InterruptedException {
        for (int from = 0; from < images.length; from += BATCH) {
            context.checkCancelled();
            int[] batch = Arrays.copyOfRange(images, from, Math.min(images.length, from + BATCH));
            visitor.visit(batch, read(pictures, batch, transform));
        }
    }

    private int[][] byShard(IntPredicate wanted) {
        IntStream.Builder[] builders = new IntStream.Builder[dataset.shards().size()];
        Arrays.setAll(builders, shard -> IntStream.builder());
        for (int image = 0; image < dataset.images().size(); image++) {
            if (wanted.test(image)) {
                builders[dataset.images().get(image).shard()].add(image);
            }
        }
        return Arrays.stream(builders).map(builder -> builder.build().toArray()).toArray(int[][]::new);
    }

    private List<byte[]> read(ImageShard pictures, int[] images, UnaryOperator<byte[]> transform) throws IOException {
        try {
            return Arrays.stream(images)
                    .parallel()
                    .mapToObj(image -> transform.apply(pixels(pictures, image)))
                    .toList();
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private byte[] pixels(ImageShard pictures, int image) {
        try {
            return pictures.pixels(dataset.images().get(image).key());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Image %s cannot be read: %s"
                            .formatted(dataset.images().get(image).source(), e.getMessage()),
                    e);
        }
    }
}
