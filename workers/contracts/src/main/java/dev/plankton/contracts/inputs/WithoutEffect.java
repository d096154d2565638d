package dev.plankton.contracts.inputs;

import dev.plankton.contracts.Spelling;
import dev.plankton.contracts.choices.Loss;
import dev.plankton.contracts.choices.Miner;
import dev.plankton.contracts.choices.RateSchedule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Refuses values that a person chose but that other inputs put out of use, so that nobody compares runs that are the same. */
final class WithoutEffect {
    private static final List<String> OF_SIMILARITIES = List.of("similarityMargin", "similarityScale");

    private final Set<String> given;
    private final List<String> problems = new ArrayList<>();

    private WithoutEffect(Set<String> given) {
        this.given = given;
    }

    /** One sentence for each problem. @param given the inputs that have another value than the default */
    static List<String> problems(Set<String> given, Map<String, Object> values) {
        WithoutEffect found = new WithoutEffect(given);
        if (values.get("loss") instanceof String loss) {
            found.ofLoss(Spelling.parse(Loss.class, "loss", loss), values);
        }
        if (values.get("learningRateSchedule") instanceof String schedule
                && Spelling.parse(RateSchedule.class, "learningRateSchedule", schedule) == RateSchedule.COSINE) {
            found.refuse("learningRateDecay", "learningRateSchedule", schedule, "'exponential'");
        }
        return found.problems;
    }

    private void ofLoss(Loss loss, Map<String, Object> values) {
        if (loss.ofTriplets()) {
            OF_SIMILARITIES.forEach(key -> refuse(key, loss));
            return;
        }
        refuse("margin", loss);
        if (values.get("miner") instanceof String miner) {
            switch (Spelling.parse(Miner.class, "miner", miner)) {
                case HARD, DISTANCE_WEIGHTED -> refuse("miner", loss);
                case SEMI_HARD, RANDOM -> {} // the one only says how batches are drawn, the other is refused anyway
            }
        }
        if (!loss.hasSimilarityMargin()) {
            refuse("similarityMargin", loss);
        }
    }

    private void refuse(String key, Loss loss) {
        refuse(key, "loss", Spelling.of(loss), others(key));
    }

    private void refuse(String key, String cause, String value, String others) {
        if (given.contains(key)) {
            problems.add("%s is given but %s is '%s', which does not use it; leave %s blank or set %s to %s."
                    .formatted(key, cause, value, key, cause, others));
        }
    }

    /** The losses that use it. */
    private static String others(String key) {
        return Arrays.stream(Loss.values())
                .filter(other -> switch (key) {
                    case "similarityMargin" -> other.hasSimilarityMargin();
                    case "similarityScale" -> !other.ofTriplets();
                    default -> other.ofTriplets();
                })
                .map(other -> "'" + Spelling.of(other) + "'")
                .collect(Collectors.joining(", "))
                .replaceFirst(", ([^,]*)$", " or $1");
    }
}
