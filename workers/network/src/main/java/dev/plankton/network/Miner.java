package dev.plankton.network;

/** How the triplets of a batch are chosen (SPEC 4). */
public enum Miner {
    /** Drawn at random, as in the original. */
    RANDOM,
    /** From a batch of P classes x K images: all triplets inside the margin whose negative is farther than the positive. */
    SEMI_HARD,
    /** From such a batch: for each anchor its farthest positive and its nearest negative. */
    HARD
}
