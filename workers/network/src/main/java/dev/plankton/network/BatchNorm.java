package dev.plankton.network;

/** Which mean and variance batch normalisation uses while a layer learns. */
public enum BatchNorm {
    /** Those of each batch; the running ones follow them. */
    BATCH,
    /** The running ones as they are, which then never change: steadier with few images a batch. */
    FROZEN
}
