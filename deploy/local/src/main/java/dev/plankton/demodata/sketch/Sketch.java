package dev.plankton.demodata.sketch;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A drawing of overlapping translucent areas, in units of about half a body length. */
public final class Sketch {
    private final List<Mark> marks = new ArrayList<>();

    /** Fills an area; where areas overlap it gets darker. @param density the share of light absorbed, from 0 to 1 */
    public void fill(Shape area, double density) {
        marks.add(new Mark(area, Math.clamp(density, 0, 1)));
    }

    public void ellipse(double x, double y, double halfWidth, double halfHeight, double density) {
        fill(new Ellipse2D.Double(x - halfWidth, y - halfHeight, 2 * halfWidth, 2 * halfHeight), density);
    }

    /** Draws the edge of a shape with round joins. */
    public void outline(Shape shape, double width, double density) {
        BasicStroke stroke = new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        fill(stroke.createStrokedShape(shape), density);
    }

    /** Draws a smooth line through points given as x0, y0, x1, y1, ... */
    public void line(double width, double density, double... points) {
        outline(Curves.open(points), width, density);
    }

    /** A line that gets thinner from its start to its end. */
    public void whip(double width, double density, double... points) {
        fill(Curves.whip(width, points), density);
    }

    List<Mark> marks() {
        return Collections.unmodifiableList(marks);
    }
}
