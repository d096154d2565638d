package dev.plankton.numerics.relations;

/** Reorders values in place. */
final class Order {
    private Order() {}

    /** @param order for each place the index of the value that goes there */
    static void apply(int[] order, float[] values) {
        float[] old = values.clone();
        for (int i = 0; i < order.length; i++) {
            values[i] = old[order[i]];
        }
    }

    /** @param order for each place the index of the value that goes there */
    static void apply(int[] order, int[] values) {
        int[] old = values.clone();
        for (int i = 0; i < order.length; i++) {
            values[i] = old[order[i]];
        }
    }
}
