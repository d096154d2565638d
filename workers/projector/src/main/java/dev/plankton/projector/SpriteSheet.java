package dev.plankton.projector;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.util.Arrays;

/**
 * Many small images in one picture, as the Embedding Projector takes them: in rows from left to right, the first at the
 * top left, in a square of as many rows as columns. It must be square even if the last rows stay empty, because the
 * Projector divides by the number of rows where it means that of columns.
 *
 * @param columns images side by side, and rows
 * @param cell height and width of an image in pixels
 */
record SpriteSheet(int columns, int cell) {
    /** The Projector refuses larger pictures. */
    static final int LARGEST_SIDE = 8192;

    private static final int LARGEST_CELL = 64;
    private static final int WHITE = 255;

    /** The sheet that so many images fit in. */
    static SpriteSheet of(int images) {
        int columns = Math.max(1, (int) Math.ceil(Math.sqrt(images)));
        if (columns > LARGEST_SIDE) {
            throw new IllegalArgumentException("%d images are too many for one sprite".formatted(images));
        }
        return new SpriteSheet(columns, Math.min(LARGEST_CELL, LARGEST_SIDE / columns));
    }

    int side() {
        return columns * cell;
    }

    /** A white picture to {@link #draw} in. */
    BufferedImage blank() {
        BufferedImage sheet = new BufferedImage(side(), side(), BufferedImage.TYPE_BYTE_GRAY);
        int[] row = new int[side()];
        Arrays.fill(row, WHITE);
        for (int y = 0; y < side(); y++) {
            sheet.getRaster().setSamples(0, y, side(), 1, 0, row);
        }
        return sheet;
    }

    /**
     * Draws one image, scaled by averaging over the area of each pixel.
     *
     * @param pixels imageSide x imageSide grey values, row by row
     */
    void draw(BufferedImage sheet, int index, byte[] pixels, int imageSide) {
        WritableRaster raster = sheet.getRaster();
        int left = index % columns * cell;
        int top = index / columns * cell;
        for (int y = 0; y < cell; y++) {
            for (int x = 0; x < cell; x++) {
                raster.setSample(left + x, top + y, 0, mean(pixels, imageSide, x, y));
            }
        }
    }

    private int mean(byte[] pixels, int imageSide, int x, int y) {
        int fromY = y * imageSide / cell;
        int toY = Math.max(fromY + 1, (y + 1) * imageSide / cell);
        int fromX = x * imageSide / cell;
        int toX = Math.max(fromX + 1, (x + 1) * imageSide / cell);
        int sum = 0;
        for (int row = fromY; row < toY; row++) {
            for (int column = fromX; column < toX; column++) {
                sum += pixels[row * imageSide + column] & 0xff;
            }
        }
        int area = (toY - fromY) * (toX - fromX);
        return (sum + area / 2) / area;
    }
}
