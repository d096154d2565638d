package dev.plankton.demodata.sketch;

/**
 * A kind of organism or particle that can be drawn: one class of the demo data.
 *
 * <p>A family draws around the origin with its long axis along x, head at positive x, about two units long; pose, size
 * and everything that a camera adds come afterwards.
 */
public interface Family {

    /** The name of the class and of its folder. */
    String name();

    /** The median of the longer side of its vignettes in pixels. */
    int typicalSize();

    /** How far a body bends at most, in radians along its length; 0 for stiff ones. */
    double flexibility();

    /** Draws one individual; every random choice comes from the dice. */
    void draw(Sketch sketch, Dice dice);
}
