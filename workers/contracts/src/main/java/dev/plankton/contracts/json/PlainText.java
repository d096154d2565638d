package dev.plankton.contracts.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Text from tables, file names and inputs of users, made fit for a database, for Conductor and for a terminal. They
 * cannot store some characters (PostgreSQL has no NUL), or take them for commands.
 */
public final class PlainText {
    private static final int REPLACEMENT = 0xFFFD;

    private PlainText() {}

    /**
     * The text with the replacement character U+FFFD in place of each control character, except tabs and line ends, and
     * of each half of a character.
     */
    public static String of(String text) {
        return text.codePoints().allMatch(PlainText::isPlain)
                ? text
                : text.codePoints()
                        .map(c -> isPlain(c) ? c : REPLACEMENT)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isPlain(int c) {
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return c == '\t' || c == '\n' || c == '\r' || !Character.isISOControl(c) && !half;
    }

    /** The map with {@link #of plain text} wherever it or the maps and lists in it hold text. */
    public static Map<String, Object> in(Map<String, Object> values) {
        Map<String, Object> plain = new LinkedHashMap<>();
        values.forEach((name, value) -> plain.put(of(name), within(value)));
        return plain;
    }

    private static @Nullable Object within(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> of(text);
            case List<?> list -> list.stream().map(PlainText::within).toList();
            case Map<?, ?> map -> {
                Map<Object, @Nullable Object> plain = new LinkedHashMap<>();
                map.forEach((name, inner) -> plain.put(of(String.valueOf(name)), within(inner)));
                yield plain;
            }
            default -> value;
        };
    }
}
