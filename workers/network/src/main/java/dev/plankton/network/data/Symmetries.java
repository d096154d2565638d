package dev.plankton.network.data;

/** The eight symmetries of a square, numbered as in {@link TrainingPool}. */
public final class Symmetries {
    /** How many there are. */
    public static final int COUNT = 8;

    private static final int TURNS = 3;
    private static final int MIRROR = 4;

    private Symmetries() {}

    /** @param pixels side x side values, row by row, which are not changed */
    public static byte[] apply(int symmetry, int side, byte[] pixels) {
        if (symmetry == 0) {
            return pixels;
        }
        byte[] transformed = new byte[pixels.length];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                transformed[row * side + column] = pixels[source(symmetry, side, row, column)];
            }
        }
        return transformed;
    }

    /** Index in the image of the pixel that moves to (row, column) of the transformed image. */
    private static int source(int symmetry, int side, int row, int column) {
        int last = side - 1;
        int y = switch (symmetry & TURNS) {
            case 0 -> row;
            case 1 -> column;
            case 2 -> last - row;
            default -> last - column;
        };
        int x = switch (symmetry & TURNS) {
            case 0 -> column;
            case 1 -> last - row;
            case 2 -> last - column;
            default -> row;
        };
        return y * side + ((symmetry & MIRROR) == 0 ? x : last - x);
    }
}
