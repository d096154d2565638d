package dev.plankton.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** A white sheet to draw on. Each unit becomes two pixels, so that pictures look sharp on high-resolution screens. */
public final class Canvas {
    private static final double REPORT_SCALE = 2;

    private final BufferedImage image;
    private final Graphics2D graphics;
    private final double width;
    private final double height;
    private final double scale;

    /** A sheet of the given size in units; the picture has twice as many pixels each way. */
    public Canvas(double width, double height) {
        this(width, height, REPORT_SCALE);
    }

    /**
     * A sheet of the given size in units.
     *
     * @param scale pixels per unit
     */
    public Canvas(double width, double height, double scale) {
        this.width = width;
        this.height = height;
        this.scale = scale;
        this.image = new BufferedImage(
                (int) Math.ceil(width * scale), (int) Math.ceil(height * scale), BufferedImage.TYPE_INT_RGB);
        this.graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(scale, scale);
    }

    public double width() {
        return width;
    }

    public double height() {
        return height;
    }

    /** For shapes that this class has no method for; draw text with {@link #text}, which needs no installed font. */
    public Graphics2D graphics() {
        return graphics;
    }

    /** A line of text; (x, y) lies on its baseline. */
    public void text(String text, double x, double y, TextStyle style, Align align) {
        place(text, style, align, AffineTransform.getTranslateInstance(x, y));
    }

    /** A line of text centred vertically on y. */
    public void textMiddle(String text, double x, double y, TextStyle style, Align align) {
        text(text, x, y + style.middle(), style, align);
    }

    /**
     * A line of text turned about (x, y), which lies on its baseline.
     *
     * @param degrees counter-clockwise; 90 reads upwards
     */
    public void textTurned(String text, double x, double y, double degrees, TextStyle style, Align align) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.rotate(-Math.toRadians(degrees));
        place(text, style, align, place);
    }

    private void place(String text, TextStyle style, Align align, AffineTransform place) {
        double shift = switch (align) {
            case START -> 0;
            case MIDDLE -> -style.width(text) / 2;
            case END -> -style.width(text);
        };
        place.translate(shift, 0);
        graphics.setColor(style.color());
        graphics.fill(style.typeface().outline(text, style.size()).createTransformedShape(place));
    }

    public void line(double x1, double y1, double x2, double y2, double thickness, Color color) {
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke((float) thickness));
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    public void fillRectangle(double x, double y, double rectangleWidth, double rectangleHeight, Color color) {
        fill(new Rectangle2D.Double(x, y, rectangleWidth, rectangleHeight), color);
    }

    public void fill(Shape shape, Color color) {
        graphics.setColor(color);
        graphics.fill(shape);
    }

    /** The outline of a shape. */
    public void stroke(Shape shape, double thickness, Color color) {
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(shape);
    }

    /** A picture scaled into the given rectangle. */
    public void picture(BufferedImage picture, double x, double y, double pictureWidth, double pictureHeight) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.scale(pictureWidth / picture.getWidth(), pictureHeight / picture.getHeight());
        graphics.drawImage(picture, place, null);
    }

    /** A grey image scaled to the given height and width. */
    public void image(GreyImage grey, double x, double y, double size) {
        picture(grey.picture((int) Math.ceil(size * scale)), x, y, size, size);
    }

    /** What has been drawn so far; drawing on changes it. */
    public BufferedImage image() {
        return image;
    }
}
