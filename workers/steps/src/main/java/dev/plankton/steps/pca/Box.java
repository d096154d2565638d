package dev.plankton.steps.pca;

import dev.plankton.drawing.Align;
import dev.plankton.drawing.Canvas;
import dev.plankton.drawing.Scale;
import dev.plankton.drawing.TextStyle;
import java.awt.Color;
import java.awt.geom.Path2D;

/** The three far sides of the cube that the points are in, with grid, ticks and labels. */
record Box(Camera camera, Scale[] scales, String[] labels) {
    private static final Color SIDE = new Color(0xf6f7f9);
    private static final Color GRID = new Color(0xdcdfe4);
    private static final Color EDGE = new Color(0xa8adb5);
    private static final TextStyle LABEL = TextStyle.LABEL.withSize(15);
    private static final TextStyle TICK = TextStyle.SMALL.withSize(12);

    void draw(Canvas canvas) {
        double nearX = camera.nearX();
        double nearY = camera.nearY();
        double[][][] sides = {
            {{-1, -1, -1}, {1, -1, -1}, {1, 1, -1}, {-1, 1, -1}},
            {{-nearX, -1, -1}, {-nearX, 1, -1}, {-nearX, 1, 1}, {-nearX, -1, 1}},
            {{-1, -nearY, -1}, {1, -nearY, -1}, {1, -nearY, 1}, {-1, -nearY, 1}}
        };
        for (double[][] side : sides) {
            canvas.fill(path(side), SIDE);
        }
        for (Scale.Tick tick : scales[0].ticks()) {
            double x = place(0, tick);
            line(canvas, new double[] {x, -1, -1}, new double[] {x, 1, -1});
            line(canvas, new double[] {x, -nearY, -1}, new double[] {x, -nearY, 1});
            text(canvas, tick.label(), new double[] {x, 1.12 * nearY, -1.04}, TICK, Align.MIDDLE);
        }
        for (Scale.Tick tick : scales[1].ticks()) {
            double y = place(1, tick);
            line(canvas, new double[] {-1, y, -1}, new double[] {1, y, -1});
            line(canvas, new double[] {-nearX, y, -1}, new double[] {-nearX, y, 1});
            text(canvas, tick.label(), new double[] {1.12 * nearX, y, -1.04}, TICK, Align.MIDDLE);
        }
        for (Scale.Tick tick : scales[2].ticks()) {
            double z = place(2, tick);
            line(canvas, new double[] {-nearX, -1, z}, new double[] {-nearX, 1, z});
            line(canvas, new double[] {-1, -nearY, z}, new double[] {1, -nearY, z});
            text(canvas, tick.label(), leftEdge(1.08, z), TICK, Align.END);
        }
        for (double[][] side : sides) {
            canvas.stroke(path(side), 1.1, EDGE);
        }
        label(canvas, labels[0], new double[] {-1, 1.3 * nearY, -1.1}, new double[] {1, 1.3 * nearY, -1.1});
        label(canvas, labels[1], new double[] {1.3 * nearX, -1, -1.1}, new double[] {1.3 * nearX, 1, -1.1});
        label(canvas, labels[2], leftEdge(1.36, -1), leftEdge(1.36, 1));
    }

    /** A point beside the vertical edge that is farthest to the left. @param outwards how far out; 1 is on the edge */
    private double[] leftEdge(double outwards, double z) {
        double[] alongY = {-camera.nearX(), outwards * camera.nearY(), z};
        double[] alongX = {outwards * camera.nearX(), -camera.nearY(), z};
        return see(alongY).x() < see(alongX).x() ? alongY : alongX;
    }

    private double place(int axis, Scale.Tick tick) {
        return 2 * scales[axis].position(tick.value()) - 1;
    }

    private Path2D path(double[][] corners) {
        Path2D path = new Path2D.Double();
        for (int corner = 0; corner < corners.length; corner++) {
            Camera.Seen seen = see(corners[corner]);
            if (corner == 0) {
                path.moveTo(seen.x(), seen.y());
            } else {
                path.lineTo(seen.x(), seen.y());
            }
        }
        path.closePath();
        return path;
    }

    private void line(Canvas canvas, double[] from, double[] to) {
        Camera.Seen a = see(from);
        Camera.Seen b = see(to);
        canvas.line(a.x(), a.y(), b.x(), b.y(), 1, GRID);
    }

    private void text(Canvas canvas, String text, double[] at, TextStyle style, Align align) {
        Camera.Seen seen = see(at);
        canvas.textMiddle(text, seen.x(), seen.y(), style, align);
    }

    /** A label along an edge, reading from left to right or upwards. */
    private void label(Canvas canvas, String text, double[] from, double[] to) {
        Camera.Seen a = see(from);
        Camera.Seen b = see(to);
        double degrees = Math.toDegrees(Math.atan2(a.y() - b.y(), b.x() - a.x()));
        double readable = degrees > 91 || degrees < -89 ? degrees + 180 : degrees;
        canvas.textTurned(text, (a.x() + b.x()) / 2, (a.y() + b.y()) / 2, readable, LABEL, Align.MIDDLE);
    }

    private Camera.Seen see(double[] place) {
        return camera.see(place[0], place[1], place[2]);
    }
}
