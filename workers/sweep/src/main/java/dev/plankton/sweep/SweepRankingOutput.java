package dev.plankton.sweep;

import java.util.List;
import java.util.Map;

/**
 * @param best the id of the best run
 * @param values what the best run had for itself
 * @param completed how many runs there are a figure of
 * @param ranking all runs, the best first; those that failed last
 */
public record SweepRankingOutput(
        String best, Map<String, Object> values, int completed, int failed, List<RankedRun> ranking) {}
