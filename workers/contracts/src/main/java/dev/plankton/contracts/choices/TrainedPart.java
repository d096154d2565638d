package dev.plankton.contracts.choices;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.plankton.contracts.BadInputException;

/** The part of a network that is trained (SPEC 3). The rest keeps its weights and its running statistics. */
public sealed interface TrainedPart {
    String ALL = "all";
    String HEAD = "head";
    String FROM = "from:";

    /** Every weight. */
    record All() implements TrainedPart {}

    /** Only the dense layer, on features that were computed beforehand. */
    record HeadOnly() implements TrainedPart {}

    /**
     * A stage of the backbone and everything after it.
     *
     * @param stage such as "mixed7"
     */
    record From(String stage) implements TrainedPart {}

    /**
     * @param written "all", "head" or "from:&lt;stage&gt;"
     * @throws BadInputException if it is anything else
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static TrainedPart parse(String written) {
        if (written.equals(ALL)) {
            return new All();
        }
        if (written.equals(HEAD)) {
            return new HeadOnly();
        }
        if (written.startsWith(FROM)) {
            return new From(written.substring(FROM.length()));
        }
        throw new BadInputException(
                "train must be all, head or from:<stage of the backbone>, not '%s'.".formatted(written));
    }

    /** The text that {@link #parse} reads. */
    @JsonValue
    default String written() {
        return switch (this) {
            case All all -> ALL;
            case HeadOnly head -> HEAD;
            case From(String stage) -> FROM + stage;
        };
    }
}
