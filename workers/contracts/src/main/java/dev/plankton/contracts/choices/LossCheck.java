package dev.plankton.contracts.choices;

import dev.plankton.contracts.Spelling;
import java.util.Optional;

/** Whether a loss suits the last layer and the miner. */
public final class LossCheck {
    private LossCheck() {}

    /** One sentence if it does not; otherwise empty. */
    public static Optional<String> problem(Loss loss, Head head, Miner miner) {
        if (loss.ofTriplets()) {
            return miner == Miner.DISTANCE_WEIGHTED && head != Head.SPHERE
                    ? Optional.of(
                            "miner is 'distance-weighted', which needs embeddings of length 1, but head is '%s'; set head to 'sphere'."
                                    .formatted(Spelling.of(head)))
                    : Optional.empty();
        }
        if (head != Head.SPHERE) {
            return Optional.of(
                    "loss is '%s', which needs embeddings of length 1, but head is '%s'; set head to 'sphere' or loss to 'standard'."
                            .formatted(Spelling.of(loss), Spelling.of(head)));
        }
        return miner == Miner.RANDOM
                ? Optional.of(
                        "loss is '%s', which compares all images of a batch, but miner is 'random', which draws single triplets; set miner to 'semi-hard' or loss to 'standard'."
                                .formatted(Spelling.of(loss)))
                : Optional.empty();
    }
}
