package dev.plankton.contracts.choices;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.plankton.contracts.BadInputException;
import java.util.regex.Pattern;

/**
 * Which image of an object is used if EcoTaxa has several. UVP6 for instance has a vignette of rank 0 and the raw image
 * of rank 100.
 */
public sealed interface ImageRank {
    String LOWEST = "lowest";
    String HIGHEST = "highest";
    String FORM = "lowest|highest|0|[1-9][0-9]{0,5}";
    String FORM_IN_WORDS = "lowest, highest or a whole number from 0 to 999999";

    /** The image with the lowest rank. */
    record Lowest() implements ImageRank {}

    /** The image with the highest rank. */
    record Highest() implements ImageRank {}

    /** The image of this rank and no other. */
    record Exactly(int rank) implements ImageRank {}

    /** @throws BadInputException if the text is not of {@link #FORM} */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ImageRank parse(String written) {
        if (!Pattern.matches(FORM, written)) {
            throw new BadInputException("imageRank must be %s, not '%s'.".formatted(FORM_IN_WORDS, written));
        }
        return switch (written) {
            case LOWEST -> new Lowest();
            case HIGHEST -> new Highest();
            default -> new Exactly(Integer.parseInt(written));
        };
    }

    /** The text that {@link #parse} reads. */
    @JsonValue
    default String written() {
        return switch (this) {
            case Lowest lowest -> LOWEST;
            case Highest highest -> HIGHEST;
            case Exactly(int rank) -> Integer.toString(rank);
        };
    }
}
