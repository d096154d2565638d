package dev.plankton.contracts.choices;

import dev.plankton.contracts.Spelling;
import java.util.Optional;

/** How the images of a batch are drawn (SPEC 4). */
public enum Sampling {
    /** P classes x K images: rare classes are seen as often as frequent ones. */
    BALANCED,
    /** All images alike: frequent classes are seen more often, as they are among new images. */
    PROPORTIONAL;

    /** One sentence if the loss needs several images of a class in a batch, which only some samplings give. */
    public static Optional<String> problem(Sampling sampling, Loss loss) {
        return sampling == PROPORTIONAL && !loss.ofProxies()
                ? Optional.of(
                        "sampling is 'proportional', but loss '%s' needs several images of a class in each batch; set sampling to 'balanced' or loss to 'arcface' or 'proxy-anchor'."
                                .formatted(Spelling.of(loss)))
                : Optional.empty();
    }
}
