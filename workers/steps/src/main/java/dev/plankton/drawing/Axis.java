package dev.plankton.drawing;

/**
 * One axis of a chart; its range comes from the data.
 *
 * @param label what is measured, and the unit
 */
public record Axis(String label, Kind kind) {

    /** How values are spaced along the axis. */
    public enum Kind {
        /** Evenly. */
        LINEAR,
        /** Evenly, and the axis ends a little beyond the data instead of at the next round values. */
        CLOSE,
        /** Evenly, and the axis begins at zero (or ends there, when all values are negative). */
        FROM_ZERO,
        /** Evenly from 0 to 1, whatever the data: accuracies and other shares. */
        SHARE,
        /** Evenly, with ticks at whole numbers only: rounds, epochs, steps. */
        WHOLE,
        /** By their logarithm; values of 0 or below are left out. */
        LOG
    }

    public static Axis linear(String label) {
        return new Axis(label, Kind.LINEAR);
    }

    public static Axis fromZero(String label) {
        return new Axis(label, Kind.FROM_ZERO);
    }

    public static Axis share(String label) {
        return new Axis(label, Kind.SHARE);
    }

    public static Axis whole(String label) {
        return new Axis(label, Kind.WHOLE);
    }

    public static Axis log(String label) {
        return new Axis(label, Kind.LOG);
    }
}
