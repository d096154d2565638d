package dev.plankton.steps.labelcheck;

import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.Split;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The images whose labels are checked. Test images are not, because they judge the embedding.
 *
 * @param labelled all training and validation images
 * @param table those that are checked, ordered by key
 * @param alone classes with one labelled image, which nothing can be compared with
 */
record CheckedImages(int labelled, EmbeddingTable table, List<String> alone) {
    /** So many images of a class stay in a sample, if it has them. */
    private static final int LEAST_OF_CLASS = CrossValidation.FOLDS;

    CheckedImages {
        alone = List.copyOf(alone);
    }

    /**
     * Chooses the images.
     *
     * @param most how many at most; of more, each class keeps the same share, drawn at random, but at least
     *     {@value #LEAST_OF_CLASS} of its images
     */
    static CheckedImages of(EmbeddingTable all, int most, long seed) {
        EmbeddingTable labelled = byKey(all.select(row -> all.splits()[row] != Split.TEST));
        int[] counts = counts(labelled);
        EmbeddingTable several = labelled.select(row -> counts[labelled.labels()[row]] > 1);
        List<String> alone = IntStream.range(0, counts.length)
                .filter(c -> counts[c] == 1)
                .mapToObj(labelled.classes()::get)
                .toList();
        boolean comparable = IntStream.of(counts).filter(count -> count > 1).count() > 1;
        return new CheckedImages(
                labelled.size(), comparable ? sample(several, most, seed) : several.select(row -> false), alone);
    }

    /** Whether a sample of the images was checked. */
    boolean sampled() {
        return table.size() > 0 && table.size() + alone.size() < labelled;
    }

    private static int[] counts(EmbeddingTable table) {
        int[] counts = new int[table.classes().size()];
        IntStream.of(table.labels()).forEach(c -> counts[c]++);
        return counts;
    }

    private static EmbeddingTable byKey(EmbeddingTable table) {
        int[] order = IntStream.range(0, table.size())
                .boxed()
                .sorted(Comparator.comparing(table.images()::get))
                .mapToInt(Integer::intValue)
                .toArray();
        return new EmbeddingTable(
                IntStream.of(order).mapToObj(table.images()::get).toList(),
                table.classes(),
                IntStream.of(order).map(row -> table.labels()[row]).toArray(),
                IntStream.of(order).mapToObj(row -> table.splits()[row]).toArray(Split[]::new),
                IntStream.of(order).mapToObj(row -> table.vectors()[row]).toArray(float[][]::new));
    }

    private static EmbeddingTable sample(EmbeddingTable all, int most, long seed) {
        if (all.size() <= most) {
            return all;
        }
        int[] counts = counts(all);
        BitSet chosen = new BitSet(all.size());
        for (int c = 0; c < counts.length; c++) {
            int label = c;
            int[] members = IntStream.range(0, all.size())
                    .filter(row -> all.labels()[row] == label)
                    .toArray();
            int share = (int) ((long) members.length * most / all.size());
            EmbeddingTable.draw(members.length, Math.max(share, Math.min(LEAST_OF_CLASS, members.length)), seed + c)
                    .stream()
                    .forEach(place -> chosen.set(members[place]));
        }
        return all.select(chosen::get);
    }
}
