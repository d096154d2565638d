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
    /**
     * From such a batch: all triplets, each with the chance with which distance-weighted sampling draws its negative (Wu et
     * al. 2017, "Sampling matters in deep embedding learning", section 4.1): all distances count alike, though on a sphere
     * most negatives are equally far. For embeddings of length 1.
     */
    DISTANCE_WEIGHTED,
    /** Drawn at random, as in the original experiment. */
    RANDOM
}
