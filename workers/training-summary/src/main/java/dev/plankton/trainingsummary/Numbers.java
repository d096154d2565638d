package dev.plankton.trainingsummary;

import java.util.Locale;

/** Numbers as the report shows them. */
final class Numbers {
    private Numbers() {}

    /** Three decimals: shares and distances. */
    static String three(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** As few digits as the number needs. */
    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.4g", value);
    }
}
