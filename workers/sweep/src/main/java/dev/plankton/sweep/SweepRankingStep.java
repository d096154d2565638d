package dev.plankton.sweep;

import dev.plankton.db.rows.SweptRun;
import dev.plankton.runtime.Json;
import dev.plankton.runtime.step.BadInputException;
import dev.plankton.runtime.step.Step;
import dev.plankton.runtime.step.StepContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Ranks the runs of a sweep.
 *
 * <p>Reads the run history; writes nothing. Idempotent: what the history says of the runs is its {@link #fingerprint}. Its
 * largest limitation: it ranks by validation figures of one run each, which differ from seed to seed.
 */
public final class SweepRankingStep implements Step<SweepRankingInput, SweepRankingOutput> {
    @Override
    public String taskType() {
        return "plankton_sweep_ranking";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<SweepRankingInput> inputType() {
        return SweepRankingInput.class;
    }

    @Override
    public Class<SweepRankingOutput> outputType() {
        return SweepRankingOutput.class;
    }

    @Override
    public String fingerprint(SweepRankingInput input, StepContext context) throws IOException {
        return Json.text(context.history().sweptRuns(context.runId(), input.rankBy()));
    }

    @Override
    public SweepRankingOutput run(SweepRankingInput input, StepContext context) throws IOException {
        List<RankedRun> ranking = new ArrayList<>();
        for (SweptRun run : context.history().sweptRuns(context.runId(), input.rankBy())) {
            ranking.add(RankedRun.of(run));
        }
        List<RankedRun> completed =
                ranking.stream().filter(RankedRun::completed).toList();
        if (completed.isEmpty()) {
            throw new BadInputException("None of the %d runs of this sweep completed%s"
                    .formatted(
                            ranking.size(),
                            ranking.isEmpty()
                                    ? "."
                                    : "; the first failed: "
                                            + ranking.getFirst().reason()));
        }
        RankedRun best = completed.getFirst();
        context.log("Best by %s: run %s with %s, %.3f."
                .formatted(input.rankBy(), best.run(), best.values(), best.rankedBy()));
        return new SweepRankingOutput(
                best.run(), best.values(), completed.size(), ranking.size() - completed.size(), ranking);
    }
}
