package dev.plankton.steps.pca;

import dev.plankton.drawing.Align;
import dev.plankton.drawing.Canvas;
import dev.plankton.drawing.TextStyle;
import java.util.List;

/** The classes and their marks, from top to bottom at the right of the picture, in two columns if there are many. */
final class Legend {
    private static final double TOP = 84;
    private static final double BOTTOM = 24;
    private static final double MOST_ROW = 24;
    private static final int ROWS = 46;

    private Legend() {}

    static void draw(Canvas canvas, Marks marks, List<String> classes, double left, double width) {
        int columns = Math.max(1, (classes.size() + ROWS - 1) / ROWS);
        int rows = (classes.size() + columns - 1) / columns;
        double row = Math.min(MOST_ROW, (canvas.height() - TOP - BOTTOM) / Math.max(1, rows));
        TextStyle style = TextStyle.LABEL.withSize(Math.min(14, 0.72 * row));
        for (int label = 0; label < classes.size(); label++) {
            double x = left + label / rows * (width / columns);
            double y = TOP + (label % rows + 0.5) * row;
            marks.mark(x + 7, y, 6, label);
            String name = style.shorten(classes.get(label), width / columns - 24);
            canvas.textMiddle(name, x + 20, y, style, Align.START);
        }
    }
}
