package dev.plankton.drawing;

import java.awt.image.BufferedImage;

/**
 * Small grey pictures on one sheet, row by row from the top left, so that a page fetches one file for all of them.
 *
 * @param images how many pictures there is room for
 * @param columns pictures side by side
 * @param cell height and width of a picture in pixels
 * @param sheet the sheet; {@link #put} draws on it
 */
public record Sprite(int images, int columns, int cell, BufferedImage sheet) {
    /** Sheets with longer sides are not shown by every browser and graphics card. */
    public static final int LONGEST_SIDE = 8192;

    private static final int LARGEST_CELL = 64;
    private static final int LEAST_COLUMNS = 40;
    private static final int WHITE = 0xff;

    /**
     * A white sheet of 40 columns of 64 pixels; with more columns, then smaller pictures, where a side would be longer
     * than {@link #LONGEST_SIDE}.
     */
    public static Sprite blank(int images) {
        int cell = LARGEST_CELL;
        while (images > (long) (LONGEST_SIDE / cell) * (LONGEST_SIDE / cell)) {
            cell /= 2;
        }
        int most = LONGEST_SIDE / cell;
        int columns = Math.max(LEAST_COLUMNS, (images + most - 1) / most);
        int rows = Math.max(1, (images + columns - 1) / columns);
        BufferedImage sheet = new BufferedImage(columns * cell, rows * cell, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < sheet.getHeight(); y++) {
            for (int x = 0; x < sheet.getWidth(); x++) {
                sheet.getRaster().setSample(x, y, 0, WHITE);
            }
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
