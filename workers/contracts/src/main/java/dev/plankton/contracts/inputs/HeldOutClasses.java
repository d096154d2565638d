package dev.plankton.contracts.inputs;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Which classes take no part in training, thresholds and the choice of a model (SPEC 11). */
public sealed interface HeldOutClasses {
    String NONE = "none";
    String FORM_IN_WORDS = "none, a number of classes, a fraction of them below 1, or a list of their names";
    Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
    Pattern FRACTION = Pattern.compile("0?\\.[0-9]{1,9}");
    /** Longest text, which is that of many names. */
    int LONGEST = 20_000;

    /** All classes are trained on. */
    record None() implements HeldOutClasses {}

    /** So many classes, drawn at random. */
    record Count(int classes) implements HeldOutClasses {}

    /** So large a part of the classes, drawn at random. @param fraction above 0 and below 1 */
    record Fraction(double fraction) implements HeldOutClasses {}

    /** These classes. */
    record Named(List<String> names) implements HeldOutClasses {
        public Named {
            names = List.copyOf(names);
        }
    }

    /**
     * @param written a list of names may be in JSON, for names with commas, or have commas between the names
     * @throws BadInputException if the text is none of {@link #FORM_IN_WORDS}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static HeldOutClasses parse(String written) {
        String text = written.strip();
        if (text.equals(NONE)) {
            return new None();
        }
        if (NUMBER.matcher(text).matches()) {
            int classes = Integer.parseInt(text);
            return classes == 0 ? new None() : new Count(classes);
        }
        if (FRACTION.matcher(text).matches()) {
            double fraction = Double.parseDouble(text);
            return fraction == 0 ? new None() : new Fraction(fraction);
        }
        List<String> names = names(text);
        if (text.length() > LONGEST || names.isEmpty() || names.stream().anyMatch(String::isBlank)) {
            throw new BadInputException("heldOutClasses must be %s, not '%s'."
                    .formatted(FORM_IN_WORDS, text.substring(0, Math.min(100, text.length()))));
        }
        return new Named(names);
    }

    private static List<String> names(String text) {
        if (!text.startsWith("[")) {
            return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        }
        try {
            return Arrays.stream(Json.read(text.getBytes(StandardCharsets.UTF_8), Object[].class))
                    .map(name -> name instanceof String given ? given.strip() : "")
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The text that {@link #parse} reads. */
    @JsonValue
    default String written() {
        return switch (this) {
            case None none -> NONE;
            case Count(int classes) -> Integer.toString(classes);
            case Fraction(double fraction) -> BigDecimal.valueOf(fraction).toPlainString();
            case Named(List<String> names) -> Json.text(names);
        };
    }
}
