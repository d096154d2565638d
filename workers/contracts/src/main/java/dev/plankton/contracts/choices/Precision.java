package dev.plankton.contracts.choices;

/** The numbers that convolutions calculate with in training. */
public enum Precision {
    /** 32 bits throughout. */
    FP32,
    /**
     * Images and weights are rounded to 16 bits (bfloat16) for each convolution; its sums, the weights that are kept,
     * batch normalisation's statistics and the loss have 32 bits.
     */
    BF16
}
