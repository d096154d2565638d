package dev.plankton.contracts.choices;

/** Which new images are put into groups. */
public enum GroupFrom {
    /** Those that are far from all labelled images. */
    FAR,
    /** All. */
    ALL
}
