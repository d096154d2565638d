package dev.plankton.network;

/** The convolutional part (SPEC 3). */
public enum Backbone {
    INCEPTION_V3,
    /** A narrow Inception-style network of under a million parameters, for CPUs. */
    SMALL
}
