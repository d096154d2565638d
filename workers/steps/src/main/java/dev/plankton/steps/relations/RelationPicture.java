package dev.plankton.steps.relations;

import dev.plankton.drawing.Align;
import dev.plankton.drawing.Canvas;
import dev.plankton.drawing.GreyImage;
import dev.plankton.drawing.TextStyle;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Draws relations: a above c, b above d. From left to right, the upper image changes in the same way as the lower one.
 */
final class RelationPicture {
    private static final double IMAGE = 116;
    private static final double BETWEEN = 26;
    private static final double TITLE = 30;
    private static final double CAPTION = 32;
    private static final double MARGIN = 17;
    private static final double WIDTH = 2 * IMAGE + BETWEEN + 2 * MARGIN;
    private static final double HEIGHT = TITLE + 2 * (IMAGE + CAPTION) + MARGIN;
    private static final int COLUMNS = 4;
    private static final Color EDGE = new Color(0xc8c8c8);
    private static final TextStyle CLASS = TextStyle.SMALL.withSize(10.5);

    /** One of a relation's images and its class. */
    record Pictured(GreyImage image, String className) {}

    private RelationPicture() {}

    /**
     * One relation.
     *
     * @param images a, b, c, d
     */
    static BufferedImage draw(String title, List<Pictured> images) {
        Canvas canvas = new Canvas(WIDTH, HEIGHT);
        canvas.text(title, MARGIN, 20, TextStyle.LABEL.inBold(), Align.START);
        for (int index = 0; index < images.size(); index++) {
            double x = MARGIN + index % 2 * (IMAGE + BETWEEN);
            double y = TITLE + index / 2 * (IMAGE + CAPTION);
            draw(canvas, images.get(index), x, y);
        }
        for (int row = 0; row < 2; row++) {
            double middle = TITLE + row * (IMAGE + CAPTION) + IMAGE / 2;
            canvas.textMiddle("→", WIDTH / 2, middle, TextStyle.LABEL.withSize(18), Align.MIDDLE);
        }
        return canvas.image();
    }

    private static void draw(Canvas canvas, Pictured pictured, double x, double y) {
        canvas.image(pictured.image(), x, y, IMAGE);
        canvas.stroke(new Rectangle2D.Double(x, y, IMAGE, IMAGE), 0.8, EDGE);
        List<String> lines = CLASS.lines(pictured.className(), IMAGE + BETWEEN, 2);
        for (int line = 0; line < lines.size(); line++) {
            canvas.text(lines.get(line), x + IMAGE / 2, y + IMAGE + 12 + 12 * line, CLASS, Align.MIDDLE);
        }
    }

    /** All relations on one sheet. */
    static BufferedImage sheet(List<BufferedImage> relations) {
        int columns = Math.clamp(relations.size(), 1, COLUMNS);
        int rows = Math.max(1, (relations.size() + columns - 1) / columns);
        Canvas canvas = new Canvas(columns * WIDTH, rows * HEIGHT);
        for (int index = 0; index < relations.size(); index++) {
            canvas.picture(relations.get(index), index % columns * WIDTH, index / columns * HEIGHT, WIDTH, HEIGHT);
        }
        return canvas.image();
    }
}
