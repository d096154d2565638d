package dev.plankton.steps.split;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.DatasetManifest.LeftOut;
import dev.plankton.steps.images.PreprocessedImages;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The two limits of SPEC 1: no class without an image, and not too many images left out. */
final class Completeness {
    private static final int EXAMPLES = 3;

    private Completeness() {}

    /** @throws BadInputException if a class has no usable image, or too many images were left out */
    static void check(PreprocessedImages images, double maxLeftOutFraction) {
        Set<String> used = new HashSet<>();
        images.usable().forEach(image -> used.add(image.source().className()));
        Set<String> empty = new TreeSet<>(images.imported().classes());
        empty.removeAll(used);
        String dataset = images.imported().dataset();
        if (!empty.isEmpty()) {
            String name = empty.iterator().next();
            List<LeftOut> its = images.leftOut().stream()
                    .filter(image -> image.source().contains(name + "/"))
                    .toList();
            throw new BadInputException(
                    "Class '%s' of dataset '%s' has no usable image (%s); correct its images or remove its folder."
                            .formatted(name, dataset, examples(its)));
        }
        int leftOut = images.leftOut().size();
        int all = images.usable().size() + leftOut;
        if (leftOut > maxLeftOutFraction * all) {
            throw new BadInputException(
                    "%,d of the %,d images of dataset '%s' cannot be used, more than the share of %s that maxLeftOutFraction allows (%s); correct or remove them, or raise it."
                            .formatted(leftOut, all, dataset, maxLeftOutFraction, examples(images.leftOut())));
        }
    }

    private static String examples(List<LeftOut> images) {
        String shown = images.stream()
                .limit(EXAMPLES)
                .map(image -> image.source() + " " + image.reason())
                .collect(Collectors.joining("; "));
        return images.size() > EXAMPLES ? shown + "; ..." : shown;
    }
}
