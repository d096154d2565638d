package dev.plankton.classifier;

import java.util.Locale;

/** How figures are written. */
final class Numbers {
    private Numbers() {}

    static String three(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** A share as a percentage with one decimal. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** All digits, for files that programs read. */
    static String exact(double value) {
        return Double.toString(value);
    }

    static String lowerCase(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
