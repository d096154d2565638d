package dev.plankton.steps.preprocess;

import java.awt.image.Raster;

/**
 * How a JPEG of four inks stores them: cyan, magenta, yellow and black, whose light is multiplied. Colour profiles of
 * printers are ignored.
 */
enum Inks {
    /** 255 is full ink. */
    FULL_IS_255,
    /** 0 is full ink: what Adobe's programs write. */
    FULL_IS_0,
    /** As Adobe's programs write it, with cyan, magenta and yellow turned into luma and two differences of colour. */
    LUMA_AND_BLACK;

    private static final int MOST = 255;

    /** The luma of a pixel, 0 to 65535. @param at index of its first of four samples of 8 bits */
    int luma(int[] line, int at) {
        return switch (this) {
            case FULL_IS_255 ->
                luma(MOST - line[at], MOST - line[at + 1], MOST - line[at + 2], MOST - line[at + 3], MOST);
            case FULL_IS_0 -> luma(line[at], line[at + 1], line[at + 2], line[at + 3], MOST);
            case LUMA_AND_BLACK -> {
                double blue = line[at + 1] - 128;
                double red = line[at + 2] - 128;
                // The ink is what this formula gives, so that the light is the rest.
                int cyan = MOST - rounded(line[at] + 1.402 * red);
                int magenta = MOST - rounded(line[at] - 0.344136 * blue - 0.714136 * red);
                int yellow = MOST - rounded(line[at] + 1.772 * blue);
                yield luma(cyan, magenta, yellow, line[at + 3], MOST);
            }
        };
    }

    /** The luma of a pixel, 0 to 65535, of the light that each ink lets through, 0 to {@code most}. */
    static int luma(int cyan, int magenta, int yellow, int black, int most) {
        long coloured = 299L * cyan + 587L * magenta + 114L * yellow;
        long scale = 1000L * most * most;
        return (int) ((coloured * black * GreyConverter.WHITE + scale / 2) / scale);
    }

    private static int rounded(double value) {
        return (int) Math.clamp(Math.round(value), 0, MOST);
    }

    GreyImage convert(Raster raster) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        byte[] pixels = new byte[width * height];
        int[] line = new int[width * raster.getNumBands()];
        for (int y = 0; y < height; y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, line);
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = GreyConverter.toByte(luma(line, 4 * x));
            }
        }
        return new GreyImage(width, height, pixels);
    }
}
