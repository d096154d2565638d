package dev.plankton.contracts.choices;

/** How the triplets of a batch are chosen (SPEC 4). */
public enum Miner {
    /**
     * From a batch of P classes x K images: all triplets whose negative is farther from the anchor than the positive,
     * by less than the margin.
     */
    SEMI_HARD,
    /** From such a batch: for each anchor, its farthest positive and its nearest negative. */
    HARD,
    /** Drawn at random, as in the original experiment. */
    RANDOM
}
