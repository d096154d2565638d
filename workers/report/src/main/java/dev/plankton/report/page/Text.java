package dev.plankton.report.page;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How figures and sentences are written. */
final class Text {
    private static final Pattern NUMBER = Pattern.compile("[-+−]?[\\d,]*\\.?\\d+([eE][-+]?\\d+)?\\s*%?|[-–—]?");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[^.][.!?])\\s+(?=\\p{Lu})");

    private Text() {}

    static String three(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    static String count(int value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Keeps numbers and their percent signs on one line. */
    static String unbroken(String text) {
        return text.replace(" %", "\u00a0%");
    }

    static String firstSentence(String text) {
        return sentences(text, 1);
    }

    /** The beginning of a text. @param count how many sentences at most */
    static String sentences(String text, int count) {
        return SENTENCE_END.splitAsStream(text.strip()).limit(count).collect(Collectors.joining(" "));
    }

    /** Whether a cell holds a number, a percentage, a dash or nothing. */
    static boolean isNumber(String cell) {
        return NUMBER.matcher(cell.strip()).matches();
    }
}
