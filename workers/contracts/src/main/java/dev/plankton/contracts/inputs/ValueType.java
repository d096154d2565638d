package dev.plankton.contracts.inputs;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.json.Json;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The type of an input and the values that it allows. */
public sealed interface ValueType {

    /** The allowed values in words; completes "it must be ...": "a whole number from 1 to 200". */
    String allowed();

    /** The value as its Java type, or empty if it is not allowed. Numbers may be given as text. */
    Optional<Object> read(Object given);

    /** A {@link Long} from least to most, both included. */
    record WholeNumber(long least, long most) implements ValueType {
        @Override
        public String allowed() {
            return "a whole number from %d to %d".formatted(least, most);
        }

        @Override
        public Optional<Object> read(Object given) {
            return Values.wholeNumber(given)
                    .filter(number -> number >= least && number <= most)
                    .map(Object.class::cast);
        }
    }

    /** A {@link Double} up to and including most. */
    record Number(double least, boolean leastIncluded, double most) implements ValueType {
        @Override
        public String allowed() {
            return "a number %s %s and at most %s"
                    .formatted(leastIncluded ? "of at least" : "above", Values.text(least), Values.text(most));
        }

        @Override
        public Optional<Object> read(Object given) {
            return Values.number(given)
                    .filter(number -> (leastIncluded ? number >= least : number > least) && number <= most)
                    .map(Object.class::cast);
        }
    }

    /** A {@link Boolean}. */
    record TrueOrFalse() implements ValueType {
        @Override
        public String allowed() {
            return "true or false";
        }

        @Override
        public Optional<Object> read(Object given) {
            return switch (Values.text(given)) {
                case "true" -> Optional.of(true);
                case "false" -> Optional.of(false);
                default -> Optional.empty();
            };
        }
    }

    /** One of a few words. */
    record Choice(List<String> words) implements ValueType {
        public Choice {
            words = List.copyOf(words);
        }

        @Override
        public String allowed() {
            return (words.size() == 2 ? "" : "one of ") + String.join(words.size() == 2 ? " or " : ", ", words);
        }

        @Override
        public Optional<Object> read(Object given) {
            return Optional.of(Values.text(given)).filter(words::contains).map(Object.class::cast);
        }
    }

    /**
     * Text that matches a pattern. A whole number may stand for its digits. Other numbers may not: it is not known any
     * more whether 2025.1 was written 2025.10.
     */
    record Text(String pattern, String allowed) implements ValueType {
        @Override
        public Optional<Object> read(Object given) {
            return given instanceof String
                            || given instanceof Integer
                            || given instanceof Long
                            || given instanceof BigInteger
                    ? Optional.of(Values.text(given))
                            .filter(text -> Pattern.matches(pattern, text))
                            .map(Object.class::cast)
                    : Optional.empty();
        }
    }

    /** The text of a {@link HeldOutClasses}, which may be given as a number or as a list of names. */
    record ClassesToHoldOut() implements ValueType {
        @Override
        public String allowed() {
            return HeldOutClasses.FORM_IN_WORDS;
        }

        @Override
        public Optional<Object> read(Object given) {
            String text = given instanceof Collection<?> names
                    ? Json.text(names.stream().map(String::valueOf).toList())
                    : Values.text(given);
            try {
                return Optional.of(HeldOutClasses.parse(text).written());
            } catch (BadInputException e) {
                return Optional.empty();
            }
        }
    }

    /** A map from inputs to lists of values, with at most {@code most} combinations. */
    record Grid(int most) implements ValueType {
        @Override
        public String allowed() {
            return "a map like {\"margin\": [0.1, 0.2], \"loss\": [\"standard\", \"geometric\"]} with 1 to %d combinations"
                    .formatted(most);
        }

        @Override
        public Optional<Object> read(Object given) {
            Map<String, Object> grid = new LinkedHashMap<>();
            long combinations = 1;
            for (Map.Entry<?, ?> entry : map(given).entrySet()) {
                List<Object> values = entry.getValue() == null ? List.of() : Values.elements(entry.getValue());
                grid.put(String.valueOf(entry.getKey()), values);
                combinations = Math.min(combinations * values.size(), most + 1L);
            }
            return grid.isEmpty() || combinations == 0 || combinations > most ? Optional.empty() : Optional.of(grid);
        }

        private static Map<?, ?> map(Object given) {
            if (given instanceof Map<?, ?> map) {
                return map;
            }
            try {
                return Json.read(given.toString().getBytes(StandardCharsets.UTF_8), Map.class);
            } catch (IOException e) {
                return Map.of();
            }
        }
    }

    /** A list, possibly empty, of values of one kind. */
    record ListOf(ValueType element, int longest) implements ValueType {
        @Override
        public String allowed() {
            return "a list like [1, 2] of at most %d values, each %s".formatted(longest, element.allowed());
        }

        @Override
        public Optional<Object> read(Object given) {
            List<Optional<Object>> elements =
                    Values.elements(given).stream().map(element::read).toList();
            return elements.size() <= longest && elements.stream().allMatch(Optional::isPresent)
                    ? Optional.of(elements.stream().map(Optional::orElseThrow).toList())
                    : Optional.empty();
        }
    }
}
