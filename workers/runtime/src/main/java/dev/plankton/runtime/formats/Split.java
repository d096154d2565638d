package dev.plankton.runtime.formats;

/** The part of a dataset that an image belongs to, for good (SPEC 2). */
public enum Split {
    TRAIN,
    VALIDATION,
    TEST
}
