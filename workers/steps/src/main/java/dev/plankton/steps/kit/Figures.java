package dev.plankton.steps.kit;

import java.util.Locale;

/** Formats numbers for reports and their tables, the same in every locale. */
public final class Figures {
    private Figures() {}

    /** Three decimals: shares and distances. */
    public static String three(double value) {
        return text("%.3f", value);
    }

    /** A share as a percentage with one decimal. */
    public static String percent(double share) {
        return text("%.1f %%", 100 * share);
    }

    /** A whole number with commas between thousands. */
    public static String count(long value) {
        return text("%,d", value);
    }

    /** As few digits as the number needs. */
    public static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9 ? Long.toString((long) value) : text("%.4g", value);
    }

    /** All digits, for files that programs read. */
    public static String exact(double value) {
        return Double.toString(value);
    }

    public static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
