package dev.plankton.network;

/** Scales square grey images down by area averaging. */
public final class AreaScaler {
    private AreaScaler() {}

    /**
     * @param pixels from x from bytes, row by row, 0 black to 255 white
     * @param to at most {@code from}
     * @return to x to bytes
     */
    public static byte[] scale(byte[] pixels, int from, int to) {
        if (pixels.length != from * from || to > from || to < 1) {
            throw new IllegalArgumentException("cannot scale %d pixels, %d, to %d".formatted(pixels.length, from, to));
        }
        return pixels;
    }
}
