package dev.plankton.app;

import java.util.Locale;

/** Durations as text for people. */
public final class Durations {

    private Durations() {}

    /** Such as {@code 4.2 s}, {@code 37 s} or {@code 2 min 05 s}. */
    public static String text(double seconds) {
        if (seconds < 9.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        return whole < 60 ? whole + " s" : "%d min %02d s".formatted(whole / 60, whole % 60);
    }
}
