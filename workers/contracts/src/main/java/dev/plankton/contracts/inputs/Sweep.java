package dev.plankton.contracts.inputs;

import dev.plankton.contracts.BadInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The combinations of inputs with which a sweep runs plankton_embedding. */
final class Sweep {
    static final String GRID = "grid";
    static final String SEEDS = "seeds";
    private static final String SEED = "seed";
    private static final String SPLIT_SEED = "splitSeed";
    static final int MOST_RUNS = 100;

    /** The inputs of a sweep that its runs do not have. */
    static final Set<String> OWN = Set.of(GRID, Sweep.SEEDS, "parallel", "rankBy");

    private Sweep() {}

    /**
     * The settings and {@code combinations}: a list with the grid values of each run.
     *
     * @param settings those of the sweep
     * @param given the user's input; the default of a blank may differ from combination to combination
     * @throws BadInputException if plankton_embedding cannot run with one of the combinations
     */
    static Map<String, Object> resolve(Map<String, Object> settings, Map<String, ? extends @Nullable Object> given) {
        List<Map<String, Object>> combinations = List.of(Map.of());
        if (settings.get(GRID) instanceof Map<?, ?> grid) {
            for (Map.Entry<?, ?> entry : grid.entrySet()) {
                if (entry.getValue() instanceof List<?> values) {
                    combinations = product(combinations, String.valueOf(entry.getKey()), values);
                }
            }
        }
        Map<String, Object> shared = new LinkedHashMap<>();
        given.forEach((key, value) -> {
            if (value != null && !OWN.contains(key)) {
                shared.put(key, value);
            }
        });
        combinations = withSeeds(combinations, settings);
        combinations.forEach(combination -> check(shared, combination));
        Map<String, Object> all = new LinkedHashMap<>(settings);
        all.put("combinations", combinations);
        return all;
    }

    /** Each combination with each seed; all of them divide the images by the same one. */
    private static List<Map<String, Object>> withSeeds(
            List<Map<String, Object>> combinations, Map<String, Object> settings) {
        if (!(settings.get(SEEDS) instanceof Long seeds) || seeds == 1 || !(settings.get(SEED) instanceof Long first)) {
            return combinations;
        }
        if (combinations.getFirst().containsKey(SEED)) {
            throw new BadInputException(
                    "seeds is %d and grid has seeds of its own; leave seed out of the grid, or seeds blank."
                            .formatted(seeds));
        }
        if (combinations.size() * seeds > MOST_RUNS) {
            throw new BadInputException("grid has %d combinations and seeds is %d; a sweep has at most %d runs."
                    .formatted(combinations.size(), seeds, MOST_RUNS));
        }
        List<Object> all = LongStream.range(first, first + seeds)
                .mapToObj(seed -> (Object) seed)
                .toList();
        List<Map<String, Object>> product = product(combinations, SEED, all);
        product.forEach(combination ->
                combination.putIfAbsent(SPLIT_SEED, settings.get(SPLIT_SEED) instanceof Long split ? split : first));
        return product;
    }

    /** Each of the combinations with each of the values; the last key varies fastest. */
    private static List<Map<String, Object>> product(
            List<Map<String, Object>> combinations, String key, List<?> values) {
        List<Map<String, Object>> product = new ArrayList<>();
        for (Map<String, Object> combination : combinations) {
            for (Object value : values) {
                Map<String, Object> longer = new LinkedHashMap<>(combination);
                longer.put(key, value);
                product.add(longer);
            }
        }
        return product;
    }

    private static void check(Map<String, Object> shared, Map<String, Object> combination) {
        Map<String, Object> input = new LinkedHashMap<>(shared);
        input.putAll(combination);
        try {
            Resolution.resolve(PlanktonWorkflow.EMBEDDING, input);
        } catch (BadInputException e) {
            String values = combination.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + Values.text(entry.getValue()))
                    .collect(Collectors.joining(", "));
            throw new BadInputException("grid: with %s, %s".formatted(values, e.getMessage()));
        }
    }
}
