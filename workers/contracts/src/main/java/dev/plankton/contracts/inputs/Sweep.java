package dev.plankton.contracts.inputs;

import dev.plankton.contracts.BadInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The combinations of inputs with which a sweep runs plankton_embedding. */
final class Sweep {
    static final String GRID = "grid";

    /** The inputs of a sweep that its runs do not have. */
    static final Set<String> OWN = Set.of(GRID, "parallel", "rankBy");

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
        combinations.forEach(combination -> check(shared, combination));
        Map<String, Object> all = new LinkedHashMap<>(settings);
        all.put("combinations", combinations);
        return all;
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
