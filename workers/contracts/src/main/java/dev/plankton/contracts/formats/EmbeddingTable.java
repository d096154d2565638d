package dev.plankton.contracts.formats;

import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The embeddings that one checkpoint gives to a set of images, in memory as plain arrays. Each row is one image; all
 * vectors have the same length.
 *
 * @param images image keys, as in {@link DatasetManifest.Image#key}
 * @param classes class names, in ascending order
 * @param labels index into {@link #classes} for each row
 * @param splits split of each row
 * @param vectors shape rows x dimensions
 */
@SuppressWarnings("ArrayRecordComponent") // the numerics take plain arrays
public record EmbeddingTable(
        List<String> images, List<String> classes, int[] labels, Split[] splits, float[][] vectors) {

    public EmbeddingTable {
        images = List.copyOf(images);
        classes = List.copyOf(classes);
        if (images.size() != labels.length || labels.length != splits.length || splits.length != vectors.length) {
            throw new IllegalArgumentException("images, labels, splits and vectors differ in length: %d, %d, %d, %d"
                    .formatted(images.size(), labels.length, splits.length, vectors.length));
        }
    }

    public int size() {
        return labels.length;
    }

    /** The rows of one split, in order. */
    public EmbeddingTable only(Split split) {
        return select(row -> splits[row] == split);
    }

    /**
     * Rows drawn at random without replacement, in their order; all rows if there are at most {@code count}. The same
     * seed draws the same rows.
     */
    public EmbeddingTable sample(int count, long seed) {
        if (size() <= count) {
            return this;
        }
        BitSet chosen = draw(size(), count, seed);
        return select(chosen::get);
    }

    /**
     * Draws rows at random without replacement. The same arguments draw the same rows.
     *
     * @param size number of rows to choose from
     * @param count how many to draw; all if there are fewer
     */
    public static BitSet draw(int size, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BitSet chosen = new BitSet(size);
        // Floyd's algorithm: each set of rows is equally likely.
        for (int last = Math.max(0, size - count); last < size; last++) {
            int drawn = random.nextInt(last + 1);
            chosen.set(chosen.get(drawn) ? last : drawn);
        }
        return chosen;
    }

    /** The rows that the predicate accepts, in order. */
    public EmbeddingTable select(IntPredicate rows) {
        int[] chosen = IntStream.range(0, size()).filter(rows).toArray();
        return new EmbeddingTable(
                IntStream.of(chosen).mapToObj(images::get).toList(),
                classes,
                IntStream.of(chosen).map(row -> labels[row]).toArray(),
                IntStream.of(chosen).mapToObj(row -> splits[row]).toArray(Split[]::new),
                IntStream.of(chosen).mapToObj(row -> vectors[row]).toArray(float[][]::new));
    }
}
