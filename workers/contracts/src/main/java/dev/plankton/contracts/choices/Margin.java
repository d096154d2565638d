package dev.plankton.contracts.choices;

import dev.plankton.contracts.Spelling;
import java.math.BigDecimal;
import java.util.Optional;

/** Whether a margin suits the loss and the last layer. */
public final class Margin {
    private Margin() {}

    /** One sentence if the loss compares distances with a margin that no two embeddings can exceed; otherwise empty. */
    public static Optional<String> problem(Head head, Loss loss, int dimensions, double margin) {
        boolean compared = switch (loss) {
            case STANDARD, ALTERNATIVE -> true;
            case GEOMETRIC, MULTI_SIMILARITY, SUPERVISED_CONTRASTIVE, PROXY_ANCHOR, ARCFACE -> false;
        };
        int farthest = head.largestSquaredDistance(dimensions);
        return compared && margin >= farthest
                ? Optional.of(
                        "margin is %s but with head '%s' no two embeddings are farther apart than %d (squared); set it below that."
                                .formatted(
                                        BigDecimal.valueOf(margin)
                                                .stripTrailingZeros()
                                                .toPlainString(),
                                        Spelling.of(head),
                                        farthest))
                : Optional.empty();
    }
}
