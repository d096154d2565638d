package dev.plankton.contracts.choices;

/** The {@link Precision} that a user asks for, or leaves open. */
public enum PrecisionChoice {
    /** {@link Precision#BF16} where it was measured to be faster and as accurate, otherwise {@link Precision#FP32}. */
    AUTO,
    /** {@link Precision#FP32}. */
    FP32,
    /** {@link Precision#BF16}. */
    BF16
}
