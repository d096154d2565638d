package dev.plankton.steps.pca;

import dev.plankton.drawing.Canvas;
import dev.plankton.drawing.Palette;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Draws a class's points: a colour for each of the first 40 classes, then the same colours with another shape. */
record Marks(Canvas canvas) {
    private static final double RADIUS = 5.2;
    private static final Color RIM = new Color(255, 255, 255, 200);
    private static final Color SHADOW = new Color(0, 0, 0, 22);

    void point(Camera.Seen place, int label) {
        double radius = RADIUS * place.nearness() * place.nearness();
        mark(place.x(), place.y(), radius, label);
    }

    void mark(double x, double y, double radius, int label) {
        Shape shape = shape(label / Palette.size(), x, y, radius);
        canvas.fill(shape, Palette.color(label));
        canvas.stroke(shape, 0.9, RIM);
    }

    /** The point's shadow on the floor, which shows how far back it is. */
    void shadow(Camera.Seen place) {
        double radius = 0.75 * RADIUS * place.nearness();
        canvas.fill(new Ellipse2D.Double(place.x() - radius, place.y() - radius / 2, 2 * radius, radius), SHADOW);
    }

    private static Shape shape(int kind, double x, double y, double radius) {
        return switch (kind % 3) {
            case 0 -> new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
            case 1 -> new Rectangle2D.Double(x - 0.9 * radius, y - 0.9 * radius, 1.8 * radius, 1.8 * radius);
            default -> {
                Path2D triangle = new Path2D.Double();
                triangle.moveTo(x, y - 1.2 * radius);
                triangle.lineTo(x + 1.1 * radius, y + 0.8 * radius);
                triangle.lineTo(x - 1.1 * radius, y + 0.8 * radius);
                triangle.closePath();
                yield triangle;
            }
        };
    }
}
