package dev.plankton.demodata.sketch;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Cuts the vignette of one individual out of the camera's picture and draws everything in it that absorbs light. */
public final class Vignette {
    private static final int SMALLEST = 30;
    private static final int LARGEST = 600;

    private Vignette() {}

    /** @return a grey picture whose longer side is 30 to 600 pixels */
    public static BufferedImage of(Family family, Dice dice) {
        Sketch sketch = new Sketch();
        family.draw(sketch, dice);
        Pose pose = new Pose(family, dice);
        List<Mark> marks = new ArrayList<>();
        for (Mark mark : sketch.marks()) {
            marks.add(new Mark(pose.apply(mark.area()), mark.density()));
        }
        Rectangle2D frame = frame(bounds(marks), dice);
        double longer = Math.clamp(family.typicalSize() * Math.exp(dice.normal(0.5)), SMALLEST, LARGEST);
        double scale = longer / Math.max(frame.getWidth(), frame.getHeight());
        int width = Math.max(8, (int) Math.round(frame.getWidth() * scale));
        int height = Math.max(8, (int) Math.round(frame.getHeight() * scale));
        AffineTransform toPixels = AffineTransform.getScaleInstance(scale, scale);
        toPixels.translate(-frame.getX(), -frame.getY());
        return Camera.photograph(density(marks, toPixels, width, height, dice), dice);
    }

    private static Rectangle2D bounds(List<Mark> marks) {
        Rectangle2D bounds = marks.getFirst().area().getBounds2D();
        marks.forEach(mark -> bounds.add(mark.area().getBounds2D()));
        return bounds;
    }

    /** The bounding box with some margin, sometimes cut by the edge of the camera's picture. */
    private static Rectangle2D frame(Rectangle2D bounds, Dice dice) {
        double room = Math.max(bounds.getWidth(), bounds.getHeight()) * dice.between(0.02, 0.14);
        double x = bounds.getX() - room;
        double y = bounds.getY() - room;
        double width = bounds.getWidth() + 2 * room;
        double height = bounds.getHeight() + 2 * room;
        if (dice.chance(0.08)) {
            double cut = dice.between(0.1, 0.3);
            boolean first = dice.chance(0.5);
            if (dice.chance(0.5)) {
                x += first ? cut * width : 0;
                width *= 1 - cut;
            } else {
                y += first ? cut * height : 0;
                height *= 1 - cut;
            }
        }
        return new Rectangle2D.Double(x, y, width, height);
    }

    /** The share of light absorbed at each pixel, as the alpha channel of a black picture. */
    private static BufferedImage density(List<Mark> marks, AffineTransform toPixels, int width, int height, Dice dice) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        double opacity = dice.between(0.55, 1.25);
        for (Mark mark : marks) {
            Shape shape = toPixels.createTransformedShape(mark.area());
            graphics.setColor(black(Math.min(0.97, mark.density() * opacity)));
            graphics.fill(shape);
        }
        Clutter.scatter(graphics, width, height, dice);
        graphics.dispose();
        return picture;
    }

    static Color black(double density) {
        return new Color(0, 0, 0, (int) Math.round(255 * density));
    }
}
