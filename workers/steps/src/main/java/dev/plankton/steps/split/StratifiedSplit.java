package dev.plankton.steps.split;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.json.Json;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Divides the images of one class (SPEC 2).
 *
 * <p>The images are ranked by a digest of (seed, class, image key). The first are for validation, the last for test,
 * the rest for training. So the split does not depend on other classes or on the order of the upload. Adding an image
 * to the class or removing one moves at most one or two others to another part, and never between validation and test.
 *
 * @param validation validation images per class
 * @param test test images per class
 * @param smallClassFraction largest share of a class for validation, and for test
 */
record StratifiedSplit(long seed, int validation, int test, double smallClassFraction) {
    private static final int LEAST_IMAGES = 3;

    /** @throws BadInputException if the class has under 3 images */
    Map<String, Split> divide(String className, Collection<String> keys) {
        int images = keys.size();
        if (images < LEAST_IMAGES) {
            throw new BadInputException(
                    "Class '%s' has %d usable %s; at least %d are needed, one each to train, validate and test on: add images or remove the folder."
                            .formatted(className, images, images == 1 ? "image" : "images", LEAST_IMAGES));
        }
        return parts(className, keys);
    }

    /** The same for any number of images. Of two, one is for validation and one for test. */
    Map<String, Split> parts(String className, Collection<String> keys) {
        int images = keys.size();
        List<String> ranked = keys.stream()
                .map(key -> new Ranked(key, Json.digest("split", Long.toString(seed), className, key)))
                .sorted(Comparator.comparing(Ranked::digest))
                .map(Ranked::key)
                .toList();
        int validated = share(validation, images);
        int tested = share(test, images);
        Map<String, Split> parts = new HashMap<>();
        for (int i = 0; i < images; i++) {
            Split part = i < validated ? Split.VALIDATION : i >= images - tested ? Split.TEST : Split.TRAIN;
            parts.put(ranked.get(i), part);
        }
        return parts;
    }

    private int share(int wanted, int images) {
        return Math.min(wanted, Math.max(1, (int) Math.floor(smallClassFraction * images)));
    }

    private record Ranked(String key, String digest) {}
}
