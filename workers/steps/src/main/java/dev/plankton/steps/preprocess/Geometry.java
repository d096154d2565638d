package dev.plankton.steps.preprocess;

/**
 * Place and size of an image in its square (SPEC 2), in pixels.
 *
 * <p>With m the longer side: m &lt; 100 is scaled up 4 times, 100 &lt;= m &lt; 200 twice; then, if the longer side is
 * over the square's, it is scaled down to it. Both scalings are combined into one here, so that pixels are interpolated
 * only once.
 *
 * @param width width of the scaled image
 * @param height height of the scaled image
 * @param left white columns to its left; to its right there are as many, or one more
 * @param top white rows above it; below it there are as many, or one more
 */
record Geometry(int width, int height, int left, int top) {

    static Geometry fit(int width, int height, int side) {
        int longer = Math.max(width, height);
        int factor = longer < 100 ? 4 : longer < 200 ? 2 : 1;
        if (longer * factor <= side) {
            return centred(width * factor, height * factor, side);
        }
        return centred(scaled(width, side, longer), scaled(height, side, longer), side);
    }

    /** {@code length * side / longer}, rounded half up, at least 1. */
    private static int scaled(int length, int side, int longer) {
        return Math.max(1, Math.toIntExact((2L * length * side + longer) / (2L * longer)));
    }

    private static Geometry centred(int width, int height, int side) {
        return new Geometry(width, height, (side - width) / 2, (side - height) / 2);
    }
}
