package dev.plankton.contracts.choices;

import java.util.Optional;

/** What cannot be had if only the head is trained, because each image's features are computed once, as it is. */
public final class HeadAlone {
    private HeadAlone() {}

    /** One sentence if the settings ask for changed images; otherwise empty. */
    public static Optional<String> problem(TrainedPart train, Augment augment, boolean testTimeSymmetries) {
        if (!(train instanceof TrainedPart.HeadOnly)) {
            return Optional.empty();
        }
        if (testTimeSymmetries) {
            return Optional.of(
                    "testTimeSymmetries is true but train is 'head', whose features are computed once from each image as it is; set testTimeSymmetries to false.");
        }
        return augment == Augment.FULL
                ? Optional.of(
                        "augment is 'full' but train is 'head', whose features are computed once from each image as it is; set augment to 'symmetries' or 'none'.")
                : Optional.empty();
    }
}
