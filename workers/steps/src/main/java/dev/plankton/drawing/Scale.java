package dev.plankton.drawing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Maps values of an axis to [0, 1] and names round values along it.
 *
 * @param low the value at 0
 * @param high the value at 1
 * @param ticks round values between them, ascending
 */
public record Scale(double low, double high, boolean log, List<Tick> ticks) {

    /** A round value and how to write it. */
    public record Tick(double value, String label) {}

    public Scale {
        ticks = List.copyOf(ticks);
    }

    /** A scale of the given kind for the values that are finite; a logarithmic one takes only values above 0. */
    public static Scale of(Axis.Kind kind, double[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (Double.isFinite(value) && (kind != Axis.Kind.LOG || value > 0)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (low > high) {
            low = kind == Axis.Kind.LOG ? 0.1 : 0;
            high = 1;
        }
        return switch (kind) {
            case LINEAR -> even(low, high, 0);
            case CLOSE -> close(low, high);
            case FROM_ZERO -> even(Math.min(0, low), Math.max(0, high), 0);
            case SHARE -> even(0, 1, 0);
            case WHOLE -> whole(low, high);
            case LOG -> logarithmic(low, high);
        };
    }

    /** Where the value lies between the axis' ends, 0 to 1. */
    public double position(double value) {
        return log
                ? (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
                : (value - low) / (high - low);
    }

    /** Whether the axis can show the value. */
    public boolean shows(double value) {
        return Double.isFinite(value) && (!log || value > 0);
    }

    private static Scale even(double low, double high, double leastStep) {
        double range = high > low ? high - low : Math.max(Math.abs(low), 1) * 0.1;
        double step = Math.max(roundStep(range / 6), leastStep);
        long first = (long) Math.floor(low / step + 1e-9);
        long last = Math.max(first + 1, (long) Math.ceil(high / step - 1e-9));
        List<Tick> ticks = new ArrayList<>();
        for (long tick = first; tick <= last; tick++) {
            ticks.add(new Tick(tick * step, label(tick * step, step)));
        }
        return new Scale(first * step, last * step, false, ticks);
    }

    /** Ends at the data, not at ticks: a chart of rounds 0 to 27 should not continue to 30. */
    private static Scale whole(double low, double high) {
        Scale even = even(low, high, 1);
        double end = high > low ? high : low + 1;
        List<Tick> inside = even.ticks.stream()
                .filter(tick -> tick.value() >= low && tick.value() <= end)
                .toList();
        return new Scale(low, end, false, inside);
    }

    private static Scale close(double low, double high) {
        Scale even = even(low, high, 0);
        double margin = high > low ? 0.04 * (high - low) : 0.5 * (even.high - even.low);
        double start = low - margin;
        double end = high + margin;
        List<Tick> inside = even.ticks.stream()
                .filter(tick -> tick.value() >= start && tick.value() <= end)
                .toList();
        return new Scale(start, end, false, inside);
    }

    private static Scale logarithmic(double low, double high) {
        int first = (int) Math.floor(Math.log10(low) + 1e-9);
        int last = Math.max(first + 1, (int) Math.ceil(Math.log10(high) - 1e-9));
        int[] multiples = last - first <= 3 ? new int[] {1, 2, 5} : new int[] {1};
        List<Tick> ticks = new ArrayList<>();
        for (int decade = first; decade <= last; decade++) {
            for (int multiple : multiples) {
                if (decade < last || multiple == 1) {
                    double value = multiple * Math.pow(10, decade);
                    ticks.add(new Tick(value, label(value, value)));
                }
            }
        }
        return new Scale(Math.pow(10, first), Math.pow(10, last), true, ticks);
    }

    /** The next of 1, 2, 5, 10, 20, ... (or 0.1, 0.2, 0.5) above the given width. */
    private static double roundStep(double width) {
        double decade = Math.pow(10, Math.floor(Math.log10(width)));
        for (int multiple : new int[] {1, 2, 5}) {
            if (multiple * decade >= width * (1 - 1e-9)) {
                return multiple * decade;
            }
        }
        return 10 * decade;
    }

    /** The value with just the decimals that the step needs. */
    private static String label(double value, double step) {
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        if (decimals > 4 || Math.abs(value) >= 1e7) {
            return value == 0 ? "0" : String.format(Locale.ROOT, "%.1e", value).replace(".0e", "e");
        }
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }
}
