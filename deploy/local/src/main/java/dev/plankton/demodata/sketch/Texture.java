package dev.plankton.demodata.sketch;

/** Smooth noise: random values on a coarse grid, with bilinear interpolation between them. */
final class Texture {
    private static final int GRID = 24;

    private final float[] values = new float[GRID * GRID];
    private final double cell;

    /** @param cell width of a grid cell in pixels */
    Texture(double cell, Dice dice) {
        this.cell = cell;
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) dice.between(-1, 1);
        }
    }

    /** Between -1 and 1. */
    double at(int x, int y) {
        double column = x / cell;
        double row = y / cell;
        int left = (int) column;
        int top = (int) row;
        double right = column - left;
        double bottom = row - top;
        double above = value(left, top) * (1 - right) + value(left + 1, top) * right;
        double below = value(left, top + 1) * (1 - right) + value(left + 1, top + 1) * right;
        return above * (1 - bottom) + below * bottom;
    }

    private double value(int column, int row) {
        return values[row % GRID * GRID + column % GRID];
    }
}
