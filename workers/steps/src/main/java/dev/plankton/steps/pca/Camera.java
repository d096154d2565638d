package dev.plankton.steps.pca;

import java.awt.geom.Point2D;

/**
 * Projects the cube [-1, 1]³ to a picture, seen from above and from one side, in perspective.
 *
 * @param centreX where the cube's centre is on the picture
 * @param centreY where the cube's centre is on the picture, counted downwards
 * @param size about half the height of the cube on the picture
 * @param turn viewing direction, as the angle from the first axis towards the second, in radians
 */
record Camera(double centreX, double centreY, double size, double turn) {
    /** The viewing direction that shows the cube best; the first axis then runs to the right. */
    private static final double USUAL_TURN = Math.toRadians(-58);

    private static final double TILT = Math.toRadians(24);
    private static final double DISTANCE = 7;

    /** A point on the picture. @param nearness larger for nearer points, about 1 at the centre */
    record Seen(double x, double y, double nearness) {
        Point2D point() {
            return new Point2D.Double(x, y);
        }
    }

    /** The camera in its usual viewing direction. */
    static Camera usual(double centreX, double centreY, double size) {
        return new Camera(centreX, centreY, size, USUAL_TURN);
    }

    /** The camera, moved around the cube by the given number of degrees. */
    Camera turned(double degrees) {
        return new Camera(centreX, centreY, size, turn + Math.toRadians(degrees));
    }

    /** Which end of the first axis, -1 or 1, is the nearer one. */
    double nearX() {
        return Math.cos(turn) < 0 ? -1 : 1;
    }

    /** Which end of the second axis, -1 or 1, is the nearer one. */
    double nearY() {
        return Math.sin(turn) < 0 ? -1 : 1;
    }

    Seen see(double x, double y, double z) {
        double right = x * -Math.sin(turn) + y * Math.cos(turn);
        double towards = x * Math.cos(turn) + y * Math.sin(turn);
        double up = z * Math.cos(TILT) - towards * Math.sin(TILT);
        double near = towards * Math.cos(TILT) + z * Math.sin(TILT);
        double perspective = DISTANCE / (DISTANCE - near);
        return new Seen(centreX + size * perspective * right, centreY - size * perspective * up, perspective);
    }
}
