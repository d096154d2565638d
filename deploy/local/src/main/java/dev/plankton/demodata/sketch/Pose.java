package dev.plankton.demodata.sketch;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;

/** How an individual lies in front of the camera: bent along its length, seen at an angle, mirrored and rotated. */
final class Pose {
    private static final double FLATNESS = 0.004;

    private final double bend;
    private final double wave;
    private final double phase;
    private final AffineTransform placement;

    Pose(Family family, Dice dice) {
        this.bend = dice.normal(family.flexibility() / 2);
        this.wave = dice.normal(family.flexibility() / 12);
        this.phase = dice.between(0, 2 * Math.PI);
        this.placement = AffineTransform.getRotateInstance(dice.between(0, 2 * Math.PI));
        placement.scale(dice.sign() * dice.between(0.85, 1.15), dice.between(0.72, 1.1));
        placement.shear(dice.normal(0.08), 0);
    }

    Shape apply(Shape shape) {
        if (Math.abs(bend) < 1e-3 && Math.abs(wave) < 1e-3) {
            return placement.createTransformedShape(shape);
        }
        Path2D bent = new Path2D.Double(shape.getPathIterator(null).getWindingRule());
        double[] point = new double[6];
        PathIterator flat = new FlatteningPathIterator(shape.getPathIterator(null), FLATNESS, 8);
        for (; !flat.isDone(); flat.next()) {
            int kind = flat.currentSegment(point);
            if (kind == PathIterator.SEG_CLOSE) {
                bent.closePath();
                continue;
            }
            double turn = bend / 2 * point[0];
            double offset = point[1] + wave * Math.sin(2.5 * point[0] + phase);
            double x = along(turn, point[0]) - offset * Math.sin(turn);
            double y = across(turn, point[0]) + offset * Math.cos(turn);
            if (kind == PathIterator.SEG_MOVETO) {
                bent.moveTo(x, y);
            } else {
                bent.lineTo(x, y);
            }
        }
        return placement.createTransformedShape(bent);
    }

    /** The x axis becomes an arc whose direction at distance x from the origin is turned by bend / 2 * x. */
    private double along(double turn, double x) {
        return Math.abs(bend) < 1e-3 ? x : Math.sin(turn) / (bend / 2);
    }

    private double across(double turn, double x) {
        return Math.abs(bend) < 1e-3 ? turn * x / 2 : (1 - Math.cos(turn)) / (bend / 2);
    }
}
