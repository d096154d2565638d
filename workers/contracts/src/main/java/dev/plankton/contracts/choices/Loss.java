package dev.plankton.contracts.choices;

/** Triplet losses over squared Euclidean distances p (to the positive), n (to the negative) and a margin (SPEC 4). */
public enum Loss {
    /** max(0, p - n + margin). */
    STANDARD,
    /** p + margin / n. */
    GEOMETRIC,
    /** p + max(0, margin - n). */
    ALTERNATIVE
}
