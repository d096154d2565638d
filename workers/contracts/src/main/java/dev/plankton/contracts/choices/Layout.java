package dev.plankton.contracts.choices;

/** How an upload says which class an image belongs to (SPEC 1). */
public enum Layout {
    CLASS_FOLDERS,
    /** Folders of classes inside folders called train, val and test, as published sets have them. */
    SPLIT_FOLDERS,
    ZOOSCANNET,
    ECOTAXA,
    /** Bins of an Imaging FlowCytobot. */
    IFCB
}
