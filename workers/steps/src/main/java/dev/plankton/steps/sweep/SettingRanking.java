package dev.plankton.steps.sweep;

import dev.plankton.contracts.tasks.SweepRankingTask.RankedRun;
import dev.plankton.contracts.tasks.SweepRankingTask.RankedSetting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** Ranks the combinations of a sweep by the mean over their seeds. */
final class SettingRanking {
    private static final Set<String> SEEDS = Set.of("seed", "splitSeed");
    /** So many standard errors apart, two means are different. */
    private static final double ERRORS = 2;

    private SettingRanking() {}

    /** The grid values of a run without its seeds, if these are not all that its grid has. */
    static Map<String, Object> setting(RankedRun run) {
        Map<String, Object> values = new LinkedHashMap<>(run.values());
        values.keySet().removeAll(SEEDS);
        return values.isEmpty() && !run.values().containsKey("splitSeed") ? run.values() : values;
    }

    /** @param completed runs, at least one */
    static List<RankedSetting> of(List<RankedRun> completed) {
        Map<Map<String, Object>, List<Double>> figures = new LinkedHashMap<>();
        completed.forEach(run -> figures.computeIfAbsent(setting(run), values -> new ArrayList<>())
                .add(run.rankedBy()));
        List<RankedSetting> settings = figures.entrySet().stream()
                .map(entry -> setting(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(RankedSetting::mean).reversed())
                .toList();
        RankedSetting best = settings.getFirst();
        return settings.stream().map(setting -> compared(setting, best)).toList();
    }

    private static RankedSetting setting(Map<String, Object> values, List<Double> figures) {
        int runs = figures.size();
        double mean = figures.stream().mapToDouble(figure -> figure).average().orElse(0);
        double squares = figures.stream()
                .mapToDouble(figure -> (figure - mean) * (figure - mean))
                .sum();
        return new RankedSetting(
                values,
                runs,
                mean,
                runs > 1 ? OptionalDouble.of(Math.sqrt(squares / (runs - 1) / runs)) : OptionalDouble.empty(),
                false);
    }

    private static RankedSetting compared(RankedSetting setting, RankedSetting best) {
        boolean like = setting.equals(best)
                || setting.standardError().isPresent()
                        && best.standardError().isPresent()
                        && best.mean() - setting.mean()
                                < ERRORS
                                        * Math.hypot(
                                                setting.standardError().getAsDouble(),
                                                best.standardError().getAsDouble());
        return new RankedSetting(setting.values(), setting.runs(), setting.mean(), setting.standardError(), like);
    }

    /** The result in one or two sentences. @param run the best run of the best setting */
    static String inWords(List<RankedSetting> settings, String rankBy, RankedRun run) {
        RankedSetting best = settings.getFirst();
        if (best.standardError().isEmpty()) {
            return String.format(
                    Locale.ROOT,
                    "Best by %s: run %s with %s, %.3f.",
                    rankBy,
                    run.run().orElseThrow(),
                    run.values(),
                    run.rankedBy());
        }
        List<String> alike = settings.stream()
                .skip(1)
                .filter(RankedSetting::likeTheBest)
                .map(setting -> setting.values().toString())
                .toList();
        return String.format(
                Locale.ROOT,
                "Best by the mean %s of %d runs: %s, %.3f with a standard error of %.3f.%s",
                rankBy,
                best.runs(),
                best.values(),
                best.mean(),
                best.standardError().getAsDouble(),
                alike.isEmpty() ? "" : " These cannot be told from it: " + String.join("; ", alike) + ".");
    }
}
