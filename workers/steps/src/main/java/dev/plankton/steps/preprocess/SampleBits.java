package dev.plankton.steps.preprocess;

import java.awt.image.Raster;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How many bits of 16-bit samples count. Cameras of 10, 12 or 14 bits often write their values into 16 bits as they
 * are, so that their white is dark grey in 16 bits.
 *
 * @param count white is 2 to the power of this, minus 1
 * @param undeclared if nobody says how many bits count: the lowest bits that hold all samples of this image
 */
record SampleBits(int count, OptionalInt undeclared) {
    private static final int ALL = 16;
    private static final int EVERY_BIT = 0xffff;

    /**
     * @param bands bands of colour, without alpha
     * @param bitDepth what the user says; it counts before what the file says
     * @throws UnusableImageException if the user says fewer bits than the image uses
     */
    static SampleBits of(Raster raster, int bands, FileFacts facts, Optional<Integer> bitDepth)
            throws UnusableImageException {
        int found = anySet(raster, bands, facts.whiteIsZero() ? EVERY_BIT : 0);
        int used = Integer.SIZE - Integer.numberOfLeadingZeros(found);
        if (bitDepth.isPresent()) {
            if (used > bitDepth.get()) {
                throw new UnusableImageException(
                        "uses %d bits per sample, more than bitDepth=%d says".formatted(used, bitDepth.get()));
            }
            return new SampleBits(bitDepth.get(), OptionalInt.empty());
        }
        if (facts.bits().isPresent() && inLowBits(facts.bits().getAsInt(), used, found)) {
            return new SampleBits(facts.bits().getAsInt(), OptionalInt.empty());
        }
        return new SampleBits(ALL, OptionalInt.of(used));
    }

    /**
     * Whether samples stand in the lowest bits. A PNG should have stretched them to the whole range instead; then they
     * leave the lowest bits of a dark image 0.
     */
    private static boolean inLowBits(int declared, int used, int found) {
        int lowest = (1 << ALL - declared) - 1;
        return used <= declared && (found == 0 || (found & lowest) != 0);
    }

    /** All bits that are set in any sample. @param flipped bits that the reader has turned over */
    private static int anySet(Raster raster, int bands, int flipped) {
        int width = raster.getWidth();
        int stride = raster.getNumBands();
        int[] line = new int[width * stride];
        int found = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, line);
            for (int x = 0; x < width; x++) {
                for (int band = 0; band < bands; band++) {
                    found |= line[x * stride + band] ^ flipped;
                }
            }
        }
        return found & EVERY_BIT;
    }
}
