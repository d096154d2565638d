package dev.plankton.network.data;

import dev.plankton.contracts.choices.Augment;

/** What becomes of an image before a network trains on it. */
@FunctionalInterface
public interface Variation {
    /** Turned and mirrored as its sample says. */
    Variation SYMMETRIES = (pixels, side, symmetry, row) -> Symmetries.apply(symmetry, side, pixels);

    /**
     * The image that the network sees.
     *
     * @param pixels side x side grey values, row by row, 0 black to 255 white
     * @param symmetry of the sample, numbered as in {@link TrainingPool}
     * @param row of the image in its batch
     * @return grey values of the same kind; the given ones are not changed
     */
    byte[] of(byte[] pixels, int side, int symmetry, int row);

    /** The variation of the batch of one step. All draws depend on these numbers alone. */
    static Variation of(Augment augment, long seed, int round, int step) {
        return switch (augment) {
            case SYMMETRIES -> SYMMETRIES;
            case NONE -> (pixels, side, symmetry, row) -> pixels;
            case FULL ->
                (pixels, side, symmetry, row) -> Distortion.drawn(
                                Seeds.random(seed, round, step, row, Distortion.PURPOSE))
                        .apply(pixels, side);
        };
    }
}
