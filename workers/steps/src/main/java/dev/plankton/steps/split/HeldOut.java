package dev.plankton.steps.split;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.inputs.HeldOutClasses;
import dev.plankton.contracts.json.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Chooses the classes that are held out (SPEC 11). */
final class HeldOut {
    private static final int LEAST_TRAINED = 2;

    private HeldOut() {}

    /**
     * The names of the classes to hold out. A draw depends on the seed and the names of the classes alone.
     *
     * @param dataset its name, for messages
     * @throws BadInputException if a class is not there, or fewer than two classes would be left to train on
     */
    static Set<String> of(HeldOutClasses wanted, Set<String> classes, long seed, String dataset) {
        Set<String> chosen = switch (wanted) {
            case HeldOutClasses.None none -> Set.of();
            case HeldOutClasses.Count(int count) -> drawn(count, classes, seed);
            case HeldOutClasses.Fraction(double fraction) ->
                drawn(Math.max(1, Math.round(fraction * classes.size())), classes, seed);
            case HeldOutClasses.Named(List<String> names) -> new TreeSet<>(names);
        };
        Set<String> unknown = new TreeSet<>(chosen);
        unknown.removeAll(classes);
        if (!unknown.isEmpty()) {
            throw new BadInputException("heldOutClasses names %s, but dataset '%s' has no such class; it has %s."
                    .formatted(String.join(", ", unknown), dataset, String.join(", ", classes)));
        }
        if (!chosen.isEmpty() && classes.size() - chosen.size() < LEAST_TRAINED) {
            throw new BadInputException(
                    "heldOutClasses leaves %d of the %d classes of dataset '%s' to train on; hold out at most %d."
                            .formatted(
                                    classes.size() - chosen.size(),
                                    classes.size(),
                                    dataset,
                                    Math.max(0, classes.size() - LEAST_TRAINED)));
        }
        return chosen;
    }

    private static Set<String> drawn(long count, Set<String> classes, long seed) {
        return new TreeSet<>(classes.stream()
                .sorted(Comparator.comparing(name -> Json.digest("held out", Long.toString(seed), name)))
                .limit(count)
                .toList());
    }
}
