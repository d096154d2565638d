package dev.plankton.drawing;

import java.awt.image.BufferedImage;

/**
 * A square grey image as the datasets hold it.
 *
 * @param pixels side x side bytes, row by row, 0 black to 255 white
 */
@SuppressWarnings("ArrayRecordComponent") // pixels
public record GreyImage(byte[] pixels, int side) {

    public GreyImage {
        if (pixels.length != side * side) {
            throw new IllegalArgumentException("%d pixels instead of %d x %d".formatted(pixels.length, side, side));
        }
    }

    /** The image for drawing, scaled down to at most {@code longest} pixels a side by averaging. */
    BufferedImage picture(int longest) {
        int factor = Math.max(1, (side + longest - 1) / longest);
        int size = side / factor;
        BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                picture.setRGB(x, y, 0x010101 * mean(x * factor, y * factor, factor));
            }
        }
        return picture;
    }

    private int mean(int left, int top, int size) {
        int sum = 0;
        for (int y = top; y < top + size; y++) {
            for (int x = left; x < left + size; x++) {
                sum += pixels[y * side + x] & 0xff;
            }
        }
        return sum / (size * size);
    }
}
