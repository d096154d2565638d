package dev.plankton.contracts;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Enum constants as users write them: in lower case, with hyphens. */
public final class Spelling {
    private Spelling() {}

    /**
     * @param name name of the input, for the error message
     * @throws BadInputException if no constant is spelled like that
     */
    public static <E extends Enum<E>> E parse(Class<E> type, String name, String value) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(value))
                .findFirst()
                .orElseThrow(() -> new BadInputException("%s must be one of %s, not '%s'."
                        .formatted(
                                name,
                                Arrays.stream(type.getEnumConstants())
                                        .map(Spelling::of)
                                        .collect(Collectors.joining(", ")),
                                value)));
    }

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
