package dev.plankton.steps.split;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.DatasetManifest.LeftOut;
import dev.plankton.steps.images.PreprocessedImages;
import java.util.List;
import java.util.stream.Collectors;

/** A limit of SPEC 1: not too many images left out. */
final class Completeness {
    private static final int EXAMPLES = 3;

    private Completeness() {}

    /** @throws BadInputException if too many images were left out */
    static void check(PreprocessedImages images, double maxLeftOutFraction) {
        int leftOut = images.leftOut().size();
        int all = images.usable().size() + leftOut;
        if (leftOut > maxLeftOutFraction * all) {
            throw new BadInputException(
                    "%,d of the %,d images of dataset '%s' cannot be used, more than the share of %s that maxLeftOutFraction allows; correct or remove them, or raise it: %s."
                            .formatted(
                                    leftOut,
                                    all,
                                    images.imported().dataset(),
                                    maxLeftOutFraction,
                                    examples(images.leftOut())));
        }
    }

    private static String examples(List<LeftOut> images) {
        String shown = images.stream()
                .limit(EXAMPLES)
                .map(image -> image.source() + " " + image.reason())
                .collect(Collectors.joining("; "));
        return images.size() > EXAMPLES ? shown + " and others" : shown;
    }
}
