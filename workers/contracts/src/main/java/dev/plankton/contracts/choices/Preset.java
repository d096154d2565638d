package dev.plankton.contracts.choices;

/** Sets of defaults. */
public enum Preset {
    /** What trains best within minutes on two CPU cores. */
    RECOMMENDED,
    /** The numbers of the original experiment. */
    ORIGINAL
}
