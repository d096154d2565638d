package dev.plankton.contracts.choices;

/** How an upload says which class an image belongs to (SPEC 1). */
public enum Layout {
    CLASS_FOLDERS,
    ZOOSCANNET,
    ECOTAXA
}
