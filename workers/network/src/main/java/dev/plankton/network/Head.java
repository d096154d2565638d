package dev.plankton.network;

/** The last layer (SPEC 3). */
public enum Head {
    /** Dense and sigmoid: every value between 0 and 1. */
    SIGMOID,
    /** Dense, then scaled to length 1. */
    SPHERE
}
