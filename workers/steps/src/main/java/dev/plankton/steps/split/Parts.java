package dev.plankton.steps.split;

import dev.plankton.contracts.formats.ImportManifest;
import dev.plankton.contracts.formats.Split;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Divides classes, keeping the split that an upload gives. What that split lacks, validation or test images, is taken
 * from its training images. If it does not cover a class, or leaves nothing to train on, the class is divided anew.
 */
final class Parts {
    private static final int NAMED = 10;

    private final StratifiedSplit split;
    private final List<String> anew = new ArrayList<>();

    Parts(StratifiedSplit split) {
        this.split = split;
    }

    /** The part of each image of one class, by its key. */
    Map<String, Split> of(String className, List<ImportManifest.Image> images) {
        List<String> keys = images.stream().map(ImportManifest.Image::key).toList();
        Map<String, Split> parts = new HashMap<>();
        images.forEach(image -> image.split().ifPresent(given -> parts.put(image.key(), given)));
        Set<Split> missing = EnumSet.allOf(Split.class);
        missing.removeAll(parts.values());
        List<String> train =
                keys.stream().filter(key -> parts.get(key) == Split.TRAIN).toList();
        if (parts.size() < keys.size() || train.size() <= missing.size()) {
            if (!parts.isEmpty()) {
                anew.add(className);
            }
            return split.divide(className, keys);
        }
        if (!missing.isEmpty()) {
            split.parts(className, train)
                    .forEach((key, part) -> parts.put(key, missing.contains(part) ? part : Split.TRAIN));
        }
        return parts;
    }

    /** For which classes the upload's split was not kept. */
    List<String> remarks() {
        return anew.isEmpty()
                ? List.of()
                : List.of(
                        "The upload's split was not kept for classes that it does not cover, or leaves nothing to train on (%d): %s%s."
                                .formatted(
                                        anew.size(),
                                        String.join(", ", anew.subList(0, Math.min(NAMED, anew.size()))),
                                        anew.size() > NAMED ? ", ..." : ""));
    }
}
