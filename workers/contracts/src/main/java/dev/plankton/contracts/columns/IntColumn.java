package dev.plankton.contracts.columns;

import java.util.Arrays;
import java.util.Objects;

/** A list of whole numbers that only grows. Not thread-safe while it grows. */
public final class IntColumn {
    private int[] values = new int[16];
    private int size;

    public void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    public int get(int index) {
        return values[Objects.checkIndex(index, size)];
    }

    public int size() {
        return size;
    }
}
