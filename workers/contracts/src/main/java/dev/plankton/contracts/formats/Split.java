package dev.plankton.contracts.formats;

/** The part of a dataset that an image belongs to. It never changes (SPEC 2). */
public enum Split {
    TRAIN,
    VALIDATION,
    TEST
}
