package dev.plankton.engine.testing;

import dev.plankton.contracts.ids.RunId;
import dev.plankton.db.Integrity;
import dev.plankton.db.rows.NeededArtifact;
import dev.plankton.db.rows.RunStart;
import dev.plankton.db.rows.VerifiedArtifact;
import dev.plankton.engine.testing.RecordedHistory.Published;
import java.util.List;
import java.util.Optional;

/** Checks of the artifacts of runs. */
record RecordedIntegrity(RecordedHistory history) implements Integrity {

    @Override
    public Optional<RunId> findRun(String name) {
        return history.all(RunStart.class).stream()
                .map(RunStart::runId)
                .filter(run -> run.value().equals(name))
                .findFirst();
    }

    @Override
    public List<NeededArtifact> neededArtifacts(RunId run) {
        return history.all(Published.class).stream()
                .map(published -> new NeededArtifact(published.artifact(), published.kind(), "test"))
                .toList();
    }

    @Override
    public void verified(RunId run, RunId verifiedRun, List<VerifiedArtifact> artifacts) {
        artifacts.forEach(history::holds);
    }
}
