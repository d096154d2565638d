package dev.plankton.sweep;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * @param combinations what each run has for itself
 * @param parallel how many runs are under way at once
 * @param input what was given to the sweep, from which the runs have the rest
 */
public record SweepPlanInput(
        List<Map<String, Object>> combinations, int parallel, Map<String, @Nullable Object> input) {}
