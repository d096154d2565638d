package dev.plankton.steps.split;

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
    private final Map<String, Split> given;
    private final List<String> anew = new ArrayList<>();

    /** @param given the part by image key, as far as the upload says it */
    Parts(StratifiedSplit split, Map<String, Split> given) {
        this.split = split;
        this.given = given;
    }

    Map<String, Split> of(String className, List<String> keys) {
        Map<String, Split> parts = new HashMap<>();
        for (String key : keys) {
            Split part = given.get(key);
            if (part != null) {
                parts.put(key, part);
            }
        }
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
