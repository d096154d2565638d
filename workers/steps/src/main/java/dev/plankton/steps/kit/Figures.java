package dev.plankton.steps.kit;

import java.util.Locale;

/** Formats numbers for reports and their tables, the same in every locale. */
public final class Figures {
    /** What a range behind an accuracy means, for readers. */
    public static final String RANGE =
            " The range behind an accuracy is where it would lie for other images of the same classes, with a probability of 95 %.";

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

    /** An accuracy and the range that {@link #RANGE} explains: "0.551 (0.520 to 0.581)". */
    public static String withRange(double accuracy, double low, double high) {
        return "%s (%s to %s)".formatted(three(accuracy), three(low), three(high));
    }

    /** A count with its noun: "1 class", "1,200 classes". */
    public static String counted(long value, String one, String several) {
        return count(value) + " " + (value == 1 ? one : several);
    }

    public static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
