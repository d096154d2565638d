package dev.plankton.drawing;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Small grey pictures on one sheet, row by row from the top left, so that a page loads one file for all of them. There
 * are as many rows as columns even if the last rows stay empty, because TensorBoard's Embedding Projector divides by
 * the number of rows where it means the number of columns.
 *
 * @param images number of pictures that the sheet has room for
 * @param columns number of pictures in a row, and number of rows
 * @param cell height and width of a picture in pixels
 * @param sheet the sheet; {@link #put} draws on it
 */
public record Sprite(int images, int columns, int cell, BufferedImage sheet) {
    /** Some browsers, some graphics cards and the Embedding Projector do not show sheets with longer sides. */
    public static final int LONGEST_SIDE = 8192;

    private static final int LARGEST_CELL = 64;
    private static final int WHITE = 0xff;

    /** A white sheet for pictures of 64 pixels, or of fewer where a side would be longer than {@link #LONGEST_SIDE}. */
    public static Sprite blank(int images) {
        int columns = Math.max(1, (int) Math.ceil(Math.sqrt(images)));
        if (columns > LONGEST_SIDE) {
            throw new IllegalArgumentException("%d images are too many for one sprite".formatted(images));
        }
        int cell = Math.min(LARGEST_CELL, LONGEST_SIDE / columns);
        int side = columns * cell;
        BufferedImage sheet = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        int[] row = new int[side];
        Arrays.fill(row, WHITE);
        for (int y = 0; y < side; y++) {
            sheet.getRaster().setSamples(0, y, side, 1, 0, row);
        }
        return new Sprite(images, columns, cell, sheet);
    }

    /** Draws a picture in the middle of its cell, scaled down to fit. @param index from 0 */
    public void put(int index, GreyImage image) {
        if (index < 0 || index >= images) {
            throw new IndexOutOfBoundsException("picture %d of %d".formatted(index, images));
        }
        BufferedImage small = image.picture(cell);
        int left = index % columns * cell + (cell - small.getWidth()) / 2;
        int top = index / columns * cell + (cell - small.getHeight()) / 2;
        for (int y = 0; y < small.getHeight(); y++) {
            for (int x = 0; x < small.getWidth(); x++) {
                // Through the raster, because setRGB would change the grey by a gamma.
                sheet.getRaster().setSample(left + x, top + y, 0, small.getRGB(x, y) & WHITE);
            }
        }
    }
}
