package dev.plankton.contracts.inputs;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads values as people and forms write them, and writes them for people to read. */
final class Values {
    /** Longest text that is read as a number, in characters: more than any value needs, few enough to parse fast. */
    private static final int LONGEST_NUMBER = 40;

    private static final int LONGEST_SHOWN = 60;

    private Values() {}

    /** Whether nothing was given: the UI's form sends a blank for every field that was not touched. */
    static boolean blank(@Nullable Object given) {
        return given == null || given instanceof String text && text.isBlank();
    }

    static Optional<Long> wholeNumber(Object given) {
        try {
            return decimal(given).map(BigDecimal::longValueExact);
        } catch (ArithmeticException e) {
            return Optional.empty(); // a fraction, or too large
        }
    }

    static Optional<Double> number(Object given) {
        return decimal(given).map(BigDecimal::doubleValue).filter(Double::isFinite);
    }

    private static Optional<BigDecimal> decimal(Object given) {
        String text = text(given);
        if (!(given instanceof Number || given instanceof String) || text.length() > LONGEST_NUMBER) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The elements of a list, of text such as "[1, 2]" or "1,2", or a single value as the only element. */
    static List<Object> elements(Object given) {
        if (given instanceof Collection<?> list) {
            return list.stream()
                    .map(element -> element == null ? "" : (Object) element)
                    .toList();
        }
        String text = text(given);
        if (text.startsWith("[") && text.endsWith("]")) {
            text = text.substring(1, text.length() - 1).strip();
        }
        return text.isEmpty()
                ? List.of()
                : Arrays.<Object>stream(text.split(",", -1)).toList();
    }

    /** The value as in an input file; whole numbers without a decimal point. */
    static String text(Object value) {
        if (value instanceof Double number && Double.isFinite(number)) {
            return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
        }
        return value.toString().strip();
    }

    /** The value for a message: text in quotes, shortened if it is long. */
    static String shown(Object value) {
        String text = text(value);
        String cut = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
        return value instanceof String ? "'" + cut + "'" : cut;
    }
}
