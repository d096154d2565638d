package dev.plankton.drawing;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A confusion matrix as a picture: row = true class, column = predicted class, darker = more images. Of very many
 * classes, as many names and counts are written as can be read.
 *
 * @param names class names
 * @param counts shape classes x classes
 */
@SuppressWarnings("ArrayRecordComponent") // a matrix of plain numbers
public record ConfusionPicture(String title, List<String> names, int[][] counts) {
    private static final double MOST_NAME_WIDTH = 290;
    private static final double MOST_MATRIX_WIDTH = 2000;
    private static final double LEAST_CELL_WITH_COUNT = 12;
    private static final double LEAST_CELL_WITH_GRID = 5;
    private static final Color GRID = new Color(0xe8e8e8);
    private static final Color DIAGONAL = new Color(0x808080);

    public ConfusionPicture {
        names = List.copyOf(names);
    }

    /** Draws the matrix, as large as its classes need; see {@link Canvas}. */
    public BufferedImage draw() {
        int classes = names.size();
        double cell = classes <= 15 ? 32 : classes <= 25 ? 26 : Math.min(21, MOST_MATRIX_WIDTH / classes);
        TextStyle style = TextStyle.LABEL.withSize(classes <= 15 ? 13 : 12);
        double longest = names.stream().mapToDouble(style::width).max().orElse(0);
        double room = Math.min(longest, MOST_NAME_WIDTH);
        double left = room + 46;
        double top = room + 74;
        double width = Math.max(left + classes * cell + 30, TextStyle.TITLE.width(title) + 40);
        Canvas canvas = new Canvas(width, top + classes * cell + 24);
        canvas.text(title, 18, 30, TextStyle.TITLE, Align.START);
        cells(canvas, left, top, cell);
        int step = (int) Math.ceil(style.size() / cell);
        for (int index = 0; index < classes; index += step) {
            String name = style.shorten(names.get(index), room);
            double middle = (index + 0.5) * cell;
            canvas.textMiddle(name, left - 6, top + middle, style, Align.END);
            canvas.textTurned(name, left + middle + style.middle(), top - 6, 90, style, Align.START);
        }
        double matrix = classes * cell;
        canvas.textTurned("true class", 24, top + matrix / 2, 90, style.inBold(), Align.MIDDLE);
        scale(canvas, Math.max(left, 190));
        canvas.text("predicted class", left - 14, top - 10, style.inBold(), Align.END);
        return canvas.image();
    }

    /** What the colours mean, above the names of the rows. */
    private void scale(Canvas canvas, double room) {
        CountColors colors = CountColors.of(counts);
        double box = Math.min(26, (room - 40) / colors.steps().size());
        for (int i = 0; i < colors.steps().size(); i++) {
            int count = colors.steps().get(i);
            double x = 18 + i * box;
            canvas.fillRectangle(x, 44, box, 12, colors.color(count));
            canvas.stroke(new Rectangle2D.Double(x, 44, box, 12), 0.6, GRID);
            canvas.text(Integer.toString(count), x + box / 2, 68, TextStyle.SMALL.withSize(10), Align.MIDDLE);
        }
    }

    private void cells(Canvas canvas, double left, double top, double cell) {
        CountColors colors = CountColors.of(counts);
        int classes = names.size();
        for (int row = 0; row < classes; row++) {
            for (int column = 0; column < classes; column++) {
                double x = left + column * cell;
                double y = top + row * cell;
                int count = counts[row][column];
                canvas.fillRectangle(x, y, cell, cell, colors.color(count));
                if (cell >= LEAST_CELL_WITH_GRID) {
                    canvas.stroke(new Rectangle2D.Double(x, y, cell, cell), 0.6, GRID);
                }
                if (count > 0 && cell >= LEAST_CELL_WITH_COUNT) {
                    String text = Integer.toString(count);
                    TextStyle fitting = new TextStyle(
                            Math.min(cell * 0.5, cell * 0.9 / new TextStyle(1, false, Color.BLACK).width(text)),
                            false,
                            colors.ink(count));
                    canvas.textMiddle(text, x + cell / 2, y + cell / 2, fitting, Align.MIDDLE);
                }
            }
        }
        for (int index = 0; index < classes && cell >= LEAST_CELL_WITH_GRID; index++) {
            double at = index * cell;
            canvas.stroke(new Rectangle2D.Double(left + at, top + at, cell, cell), 0.9, DIAGONAL);
        }
        canvas.stroke(new Rectangle2D.Double(left, top, classes * cell, classes * cell), 1, DIAGONAL);
    }
}
