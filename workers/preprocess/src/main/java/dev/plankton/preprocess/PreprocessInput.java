package dev.plankton.preprocess;

import dev.plankton.runtime.step.BadInputException;
import dev.plankton.runtime.store.ArtifactId;

/**
 * @param shard position of the shard in its import, handed on
 * @param source artifact id of the {@link dev.plankton.runtime.formats.SourceShard}
 * @param side height and width of preprocessed images in pixels
 * @param invert whether light objects on black are turned to dark on white
 * @param cropBottom rows to cut off at the bottom of every source image
 * @param maxMegapixels images with more million pixels are left out
 */
public record PreprocessInput(
        int shard, ArtifactId source, int side, boolean invert, int cropBottom, int maxMegapixels) {

    public PreprocessInput {
        check("shard", shard, 0, Integer.MAX_VALUE);
        if (source == null) {
            throw new BadInputException("source is missing; it must be the artifact id of a source shard.");
        }
        check("side", side, 8, 4096);
        check("cropBottom", cropBottom, 0, 100_000);
        check("maxMegapixels", maxMegapixels, 1, 1000);
    }

    private static void check(String name, int value, int lowest, int highest) {
        if (value < lowest || value > highest) {
            throw new BadInputException("%s must be from %d to %d, not %d.".formatted(name, lowest, highest, value));
        }
    }
}
