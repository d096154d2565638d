package dev.plankton.network.objective;

import dev.plankton.contracts.choices.Loss;
import dev.plankton.contracts.choices.Miner;

/**
 * What is minimised.
 *
 * @param miner for losses of triplets
 * @param margin in squared distance, for losses of triplets
 * @param similarityMargin for losses of cosine similarities; their classes say what it means
 * @param similarityScale factor of the cosines, for these losses
 */
public record LossSettings(Loss loss, Miner miner, double margin, double similarityMargin, double similarityScale) {
    /** A loss of triplets. @param margin in squared distance */
    public static LossSettings ofTriplets(Loss loss, Miner miner, double margin) {
        return new LossSettings(loss, miner, margin, 0, 1);
    }
}
