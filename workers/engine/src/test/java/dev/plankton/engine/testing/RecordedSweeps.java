package dev.plankton.engine.testing;

import dev.plankton.contracts.ids.RunId;
import dev.plankton.db.Sweeps;
import dev.plankton.db.rows.SweptRun;
import java.util.List;
import java.util.Optional;

/** Runs of a sweep. */
record RecordedSweeps(RecordedHistory history) implements Sweeps {

    @Override
    public void run(RunId sweep, int number, String combinationJson, Optional<RunId> run) {
        history.holds(new SweptRun(number, run, combinationJson, "RUNNING", "", 0, 0, 0));
    }

    @Override
    public List<SweptRun> runs(RunId sweep, String rankBy) {
        return history.all(SweptRun.class);
    }
}
