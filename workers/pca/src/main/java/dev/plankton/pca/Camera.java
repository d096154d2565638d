package dev.plankton.pca;

import java.awt.geom.Point2D;

/**
 * Looks at the cube [-1, 1]³ from above and the side, in perspective. All frames are seen from the same place.
 *
 * @param centreX where the cube's centre is on the picture
 * @param centreY likewise, growing downwards
 * @param size about half the height of the cube on the picture
 */
record Camera(double centreX, double centreY, double size) {
    private static final double TURN = Math.toRadians(-58);
    private static final double TILT = Math.toRadians(24);
    private static final double DISTANCE = 7;

    /** A point on the picture. @param nearness larger for what is nearer, about 1 at the centre */
    record Seen(double x, double y, double nearness) {
        Point2D point() {
            return new Point2D.Double(x, y);
        }
    }

    Seen see(double x, double y, double z) {
        double right = x * -Math.sin(TURN) + y * Math.cos(TURN);
        double towards = x * Math.cos(TURN) + y * Math.sin(TURN);
        double up = z * Math.cos(TILT) - towards * Math.sin(TILT);
        double near = towards * Math.cos(TILT) + z * Math.sin(TILT);
        double perspective = DISTANCE / (DISTANCE - near);
        return new Seen(centreX + size * perspective * right, centreY - size * perspective * up, perspective);
    }
}
