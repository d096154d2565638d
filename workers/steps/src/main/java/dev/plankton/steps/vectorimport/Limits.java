package dev.plankton.steps.vectorimport;

/**
 * The limits of an upload of vectors. The analyses hold all embeddings in memory.
 *
 * @param bytes of one file
 * @param values images x dimensions
 * @param dimensions length of a vector
 * @param classes different classes
 * @param text characters in the name of an image or class; pairs of names must fit into a key of the database
 */
record Limits(long bytes, long values, int dimensions, int classes, int text) {
    static final Limits DEFAULT = new Limits(1L << 30, 20_000_000, 2048, 1000, 300);
}
