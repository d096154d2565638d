package dev.plankton.steps.dendrogram;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The classes of the images in a cluster.
 *
 * @param counts classes with images in it, the most frequent first, then by name
 */
record ClassCounts(List<ClassCount> counts) {

    record ClassCount(String name, int images) {}

    ClassCounts {
        counts = List.copyOf(counts);
    }

    /** Counts the classes of some images; see {@code EmbeddingTable} for labels and classes. */
    static ClassCounts of(int[] images, int[] labels, List<String> classes) {
        int[] counts = new int[classes.size()];
        for (int image : images) {
            counts[labels[image]]++;
        }
        return new ClassCounts(IntStream.range(0, counts.length)
                .filter(label -> counts[label] > 0)
                .mapToObj(label -> new ClassCount(classes.get(label), counts[label]))
                .sorted(Comparator.comparingInt(ClassCount::images).reversed().thenComparing(ClassCount::name))
                .toList());
    }

    int images() {
        return counts.stream().mapToInt(ClassCount::images).sum();
    }

    /** All classes with their counts: "copepod 20, egg 3". */
    String full() {
        return counts.stream().map(one -> one.name() + " " + one.images()).collect(Collectors.joining(", "));
    }

    /**
     * Classes and, in brackets, the number of images: "copepod, egg (23)". If not all classes fit, the rarest are
     * replaced by their number: "copepod +4 (42)".
     */
    String label(Predicate<String> fits) {
        for (int shown = counts.size(); shown > 1; shown--) {
            String label = label(shown);
            if (fits.test(label)) {
                return label;
            }
        }
        return label(1);
    }

    private String label(int shown) {
        String names = counts.stream().limit(shown).map(ClassCount::name).collect(Collectors.joining(", "));
        String more = shown == counts.size() ? "" : " +" + (counts.size() - shown);
        return "%s%s (%d)".formatted(names, more, images());
    }
}
