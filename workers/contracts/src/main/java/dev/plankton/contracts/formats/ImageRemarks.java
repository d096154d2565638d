package dev.plankton.contracts.formats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a user should know about images that are used all the same.
 *
 * @param severalPages images that have further pages or frames, which are not used
 * @param bitsUsed images with 16-bit samples of which neither the file nor the user says how many bits count, by the
 *     lowest bits that hold all their samples (0 to 16)
 */
public record ImageRemarks(int severalPages, SortedMap<Integer, Integer> bitsUsed) {
    public static final ImageRemarks NONE = new ImageRemarks(0, Collections.emptySortedMap());

    /** The brightest sample of such an image is below a quarter of white. */
    private static final int DARK_BITS = 14;

    public ImageRemarks {
        bitsUsed = Collections.unmodifiableSortedMap(new TreeMap<>(bitsUsed));
    }

    /** The remarks on both lots of images. */
    public ImageRemarks plus(ImageRemarks other) {
        SortedMap<Integer, Integer> sums = new TreeMap<>(bitsUsed);
        other.bitsUsed.forEach((bits, images) -> sums.merge(bits, images, Integer::sum));
        return new ImageRemarks(severalPages + other.severalPages, sums);
    }

    /** The remarks as sentences; none if there is nothing to remark. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        SortedMap<Integer, Integer> dark = bitsUsed.headMap(DARK_BITS + 1);
        if (!dark.isEmpty()) {
            int bits = Math.max(8, dark.lastKey());
            sentences.add(
                    "%,d of %,d images with 16 bits per sample use only the lowest %d bits and so come out dark. If the camera writes %d bits, set bitDepth=%d."
                            .formatted(sum(dark), sum(bitsUsed), bits, bits, bits));
        }
        if (severalPages > 0) {
            sentences.add(
                    severalPages == 1
                            ? "One image has several pages or frames; the first was used."
                            : "%,d images have several pages or frames; the first of each was used."
                                    .formatted(severalPages));
        }
        return sentences;
    }

    private static int sum(Map<Integer, Integer> images) {
        return images.values().stream().mapToInt(Integer::intValue).sum();
    }
}
