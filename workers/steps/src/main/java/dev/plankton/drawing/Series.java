package dev.plankton.drawing;

/**
 * One line of a chart; a value that is not finite leaves a gap.
 *
 * @param name as the legend shows it
 * @param x positions in ascending order
 * @param y one value for each position
 */
@SuppressWarnings("ArrayRecordComponent") // plain numbers to draw
public record Series(String name, double[] x, double[] y, Line line) {

    /** How the line looks; dashes distinguish two lines of the same colour. */
    public enum Line {
        SOLID,
        DASHED,
        /** Thin and pale, for many points in the background. */
        FINE
    }

    public Series {
        if (x.length != y.length) {
            throw new IllegalArgumentException("%s: %d positions, %d values".formatted(name, x.length, y.length));
        }
    }

    public Series(String name, double[] x, double[] y) {
        this(name, x, y, Line.SOLID);
    }
}
