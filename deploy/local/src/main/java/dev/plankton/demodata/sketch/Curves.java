package dev.plankton.demodata.sketch;

import java.awt.geom.Path2D;

/** Smooth curves through given points (Catmull-Rom splines as cubic Bezier curves). */
public final class Curves {
    private Curves() {}

    /** A curve through x0, y0, x1, y1, ... */
    public static Path2D open(double... points) {
        return through(points, false);
    }

    /** A closed curve through x0, y0, x1, y1, ... */
    public static Path2D closed(double... points) {
        return through(points, true);
    }

    /**
     * The outline of a body that is symmetric about the x axis.
     *
     * @param stations x0, half width0, x1, half width1, ... along the axis
     */
    public static Path2D body(double... stations) {
        int count = stations.length / 2;
        double[] points = new double[4 * count];
        for (int i = 0; i < count; i++) {
            points[2 * i] = stations[2 * i];
            points[2 * i + 1] = stations[2 * i + 1];
            int mirrored = 2 * (2 * count - 1 - i);
            points[mirrored] = stations[2 * i];
            points[mirrored + 1] = -stations[2 * i + 1];
        }
        return closed(points);
    }

    /** A closed curve around a point, at a random distance from it. @param roughness relative deviation */
    public static Path2D blob(Dice dice, double x, double y, double halfWidth, double halfHeight, double roughness) {
        int count = 11;
        double[] points = new double[2 * count];
        for (int i = 0; i < count; i++) {
            double angle = 2 * Math.PI * i / count;
            double reach = Math.max(0.3, 1 + dice.normal(roughness));
            points[2 * i] = x + halfWidth * reach * Math.cos(angle);
            points[2 * i + 1] = y + halfHeight * reach * Math.sin(angle);
        }
        return closed(points);
    }

    static Path2D whip(double width, double... points) {
        int count = points.length / 2;
        double[] outline = new double[4 * count];
        for (int i = 0; i < count; i++) {
            int before = Math.max(0, i - 1);
            int after = Math.min(count - 1, i + 1);
            double dx = points[2 * after] - points[2 * before];
            double dy = points[2 * after + 1] - points[2 * before + 1];
            double half = width / 2 * (1 - 0.85 * i / (count - 1)) / Math.max(1e-9, Math.hypot(dx, dy));
            int mirrored = 2 * (2 * count - 1 - i);
            outline[2 * i] = points[2 * i] - dy * half;
            outline[2 * i + 1] = points[2 * i + 1] + dx * half;
            outline[mirrored] = points[2 * i] + dy * half;
            outline[mirrored + 1] = points[2 * i + 1] - dx * half;
        }
        return closed(outline);
    }

    private static Path2D through(double[] points, boolean closed) {
        int count = points.length / 2;
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 0; i < (closed ? count : count - 1); i++) {
            int before = index(i - 1, count, closed);
            int from = index(i, count, closed);
            int to = index(i + 1, count, closed);
            int after = index(i + 2, count, closed);
            path.curveTo(
                    points[2 * from] + (points[2 * to] - points[2 * before]) / 6,
                    points[2 * from + 1] + (points[2 * to + 1] - points[2 * before + 1]) / 6,
                    points[2 * to] - (points[2 * after] - points[2 * from]) / 6,
                    points[2 * to + 1] - (points[2 * after + 1] - points[2 * from + 1]) / 6,
                    points[2 * to],
                    points[2 * to + 1]);
        }
        if (closed) {
            path.closePath();
        }
        return path;
    }

    private static int index(int i, int count, boolean closed) {
        return closed ? Math.floorMod(i, count) : Math.clamp(i, 0, count - 1);
    }
}
