package dev.plankton.steps.report.page;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Helpers for the numbers and sentences on the page. */
final class Text {
    /** Each part takes all it can, so that a long cell is read once. */
    private static final Pattern NUMBER =
            Pattern.compile("[-+−]?[\\d,]*+(?:\\.\\d++|(?<=\\d))(?:[eE][-+]?\\d++)?\\s*+%?|[-–—]?");

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[^.][.!?])\\s+(?=\\p{Lu})");

    private Text() {}

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
