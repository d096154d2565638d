package dev.plankton.datasetimport;

import dev.plankton.runtime.step.BadInputException;

/** How an upload is laid out (SPEC 1). */
enum Layout {
    CLASS_FOLDERS,
    ZOOSCANNET,
    ECOTAXA;

    /** Reads the spelling of the workflow's input: {@code class-folders}, {@code zooscannet} or {@code ecotaxa}. */
    static Layout of(String name) {
        return switch (name) {
            case "class-folders" -> CLASS_FOLDERS;
            case "zooscannet" -> ZOOSCANNET;
            case "ecotaxa" -> ECOTAXA;
            default ->
                throw new BadInputException(
                        "layout must be class-folders, zooscannet or ecotaxa, not '%s'.".formatted(name));
        };
    }
}
