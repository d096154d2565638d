package dev.plankton.steps.sweep;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.json.Json;
import dev.plankton.contracts.tasks.SweepRankingTask;
import dev.plankton.contracts.tasks.SweepRankingTask.RankedRun;
import dev.plankton.contracts.tasks.SweepRankingTask.RankedSetting;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.db.rows.SweptRun;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Ranks the runs of a sweep.
 *
 * <p>Reads the run history; writes nothing. Idempotent: what the history says about the runs is its
 * {@link #fingerprint}. Its largest limitation: unless the sweep has several seeds, it ranks each combination by the
 * validation figure of a single run, which differs from seed to seed.
 */
public final class SweepRankingStep implements Step<SweepRankingTask.Input, SweepRankingTask.Output> {
    private static final String COMPLETED = "COMPLETED";

    @Override
    public TaskType<SweepRankingTask.Input, SweepRankingTask.Output> type() {
        return SweepRankingTask.TYPE;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public String fingerprint(SweepRankingTask.Input input, StepContext context) throws IOException {
        return Json.text(context.history().sweeps().runs(context.runId(), input.rankBy()));
    }

    @Override
    public SweepRankingTask.Output run(SweepRankingTask.Input input, StepContext context) throws IOException {
        List<RankedRun> ranking = new ArrayList<>();
        for (SweptRun run : context.history().sweeps().runs(context.runId(), input.rankBy())) {
            ranking.add(ranked(run));
        }
        List<RankedRun> completed =
                ranking.stream().filter(run -> run.status().equals(COMPLETED)).toList();
        if (completed.isEmpty()) {
            throw new BadInputException("None of the %d runs of this sweep completed%s"
                    .formatted(
                            ranking.size(),
                            ranking.isEmpty()
                                    ? "."
                                    : "; the first failed: "
                                            + ranking.getFirst().reason()));
        }
        List<RankedSetting> settings = SettingRanking.of(completed);
        RankedSetting first = settings.getFirst();
        RankedRun best = completed.stream()
                .filter(run -> SettingRanking.setting(run).equals(first.values()))
                .findFirst()
                .orElseThrow();
        context.log(SettingRanking.inWords(settings, input.rankBy(), best));
        return new SweepRankingTask.Output(
                best.run().orElseThrow(),
                first.runs() > 1 ? first.values() : best.values(),
                completed.size(),
                ranking.size() - completed.size(),
                settings,
                ranking);
    }

    private static RankedRun ranked(SweptRun run) throws IOException {
        return new RankedRun(
                run.number(),
                run.run(),
                Json.readMap(run.valuesJson()),
                run.status(),
                run.reason(),
                run.rankedBy(),
                run.accuracy(),
                run.testAccuracy());
    }
}
