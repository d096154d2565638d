package dev.plankton.drawing;

/** Which point of a text lies at the given position, along the direction of writing. */
public enum Align {
    START,
    MIDDLE,
    END
}
