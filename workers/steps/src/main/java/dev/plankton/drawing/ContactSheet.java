package dev.plankton.drawing;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Grey images in a grid, each with a caption of one or more lines below it.
 *
 * @param title may be empty
 */
public record ContactSheet(String title, List<Cell> cells) {
    private static final double GAP = 14;
    private static final double LINE = 15;
    private static final Color EDGE = new Color(0xc8c8c8);

    /** One image and its caption. */
    public record Cell(GreyImage image, List<String> caption) {
        public Cell {
            caption = List.copyOf(caption);
        }
    }

    public ContactSheet {
        cells = List.copyOf(cells);
    }

    /**
     * Draws the sheet.
     *
     * @param columns images side by side
     * @param size height and width of an image in units; see {@link Canvas}
     */
    public BufferedImage draw(int columns, double size) {
        int rows = (cells.size() + columns - 1) / columns;
        int lines = cells.stream().mapToInt(cell -> cell.caption().size()).max().orElse(0);
        double rowHeight = size + 6 + lines * LINE + GAP;
        double top = title.isEmpty() ? GAP : 44;
        Canvas canvas = new Canvas(columns * (size + GAP) + GAP, top + rows * rowHeight);
        canvas.text(TextStyle.TITLE.shorten(title, canvas.width() - 2 * GAP), GAP, 28, TextStyle.TITLE, Align.START);
        for (int index = 0; index < cells.size(); index++) {
            double x = GAP + index % columns * (size + GAP);
            double y = top + index / columns * rowHeight;
            draw(canvas, cells.get(index), x, y, size);
        }
        return canvas.image();
    }

    private static void draw(Canvas canvas, Cell cell, double x, double y, double size) {
        canvas.image(cell.image(), x, y, size);
        canvas.stroke(new Rectangle2D.Double(x, y, size, size), 0.8, EDGE);
        for (int line = 0; line < cell.caption().size(); line++) {
            String text = TextStyle.SMALL.shorten(cell.caption().get(line), size);
            canvas.text(text, x + size / 2, y + size + 6 + (line + 0.75) * LINE, TextStyle.SMALL, Align.MIDDLE);
        }
    }
}
