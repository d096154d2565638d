package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.formats.Split;
import java.util.List;
import java.util.Optional;

/** What published sets call the parts of their split. */
final class SplitNames {
    static final List<String> ALL = List.of("train", "training", "val", "valid", "validation", "test", "testing");

    private SplitNames() {}

    /** @param name in lower case */
    static Optional<Split> of(String name) {
        return switch (name) {
            case "train", "training" -> Optional.of(Split.TRAIN);
            case "val", "valid", "validation" -> Optional.of(Split.VALIDATION);
            case "test", "testing" -> Optional.of(Split.TEST);
            default -> Optional.empty();
        };
    }
}
