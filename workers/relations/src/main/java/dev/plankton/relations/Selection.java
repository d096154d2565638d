package dev.plankton.relations;

/** Sorts just as much as a tree needs. */
final class Selection {
    private Selection() {}

    /**
     * Orders a range so that the values of the first part are at most those of the second (Hoare, "Algorithm 65: Find",
     * 1961).
     *
     * @param order indices into {@code values}; of these, start to end are moved
     * @param middle where the second part begins
     */
    static void split(int[] order, float[] values, int start, int end, int middle) {
        int left = start;
        int right = end - 1;
        while (left < right) {
            float pivot = median(values[order[left]], values[order[(left + right) >>> 1]], values[order[right]]);
            int i = left;
            int j = right;
            while (i <= j) {
                while (values[order[i]] < pivot) {
                    i++;
                }
                while (values[order[j]] > pivot) {
                    j--;
                }
                if (i <= j) {
                    int swapped = order[i];
                    order[i++] = order[j];
                    order[j--] = swapped;
                }
            }
            if (middle <= j) {
                right = j;
            } else if (middle >= i) {
                left = i;
            } else {
                return;
            }
        }
    }

    private static float median(float a, float b, float c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    /** Puts values into an order. */
    static void apply(int[] order, float[] values) {
        float[] old = values.clone();
        for (int i = 0; i < order.length; i++) {
            values[i] = old[order[i]];
        }
    }

    /** Puts values into an order. */
    static void apply(int[] order, int[] values) {
        int[] old = values.clone();
        for (int i = 0; i < order.length; i++) {
            values[i] = old[order[i]];
        }
    }
}
