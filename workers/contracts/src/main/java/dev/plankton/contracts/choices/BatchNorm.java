package dev.plankton.contracts.choices;

/** Which mean and variance batch normalisation uses in the layers that are trained. */
public enum BatchNorm {
    /** Those of each batch, which also update the running statistics. */
    BATCH,
    /** The running statistics, which then never change. More stable when a batch has few images. */
    FROZEN
}
