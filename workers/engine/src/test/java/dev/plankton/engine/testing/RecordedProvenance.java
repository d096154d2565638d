package dev.plankton.engine.testing;

import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.RunId;
import dev.plankton.db.Provenance;
import dev.plankton.db.rows.ArtifactSource;
import dev.plankton.db.rows.LostAttempt;
import dev.plankton.db.rows.SettingsRow;
import dev.plankton.engine.testing.RecordedHistory.Maker;
import dev.plankton.engine.testing.RecordedHistory.Published;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What led to a result. */
record RecordedProvenance(RecordedHistory history) implements Provenance {

    @Override
    public void settings(SettingsRow settings) {
        history.holds(settings);
    }

    @Override
    public List<SettingsRow> settings(RunId run) {
        return history.all(SettingsRow.class).stream()
                .filter(row -> row.runId().equals(run))
                .toList();
    }

    /** Steps are not recorded here: a test names the run that made an artifact with {@link Maker}. */
    @Override
    public Optional<RunId> makerOf(ArtifactId artifact) {
        return history.all(Maker.class).stream()
                .filter(maker -> maker.artifact().equals(artifact))
                .map(Maker::runId)
                .findFirst();
    }

    @Override
    public List<LostAttempt> lostAttempts(RunId run) {
        return history.all(LostAttempt.class);
    }

    @Override
    public List<ArtifactSource> sources(List<ArtifactId> artifacts) {
        return history.all(Published.class).stream()
                .filter(published -> artifacts.contains(published.artifact()))
                .flatMap(published -> published.inputs().stream()
                        .map(input -> new ArtifactSource(published.artifact(), input, kind(input))))
                .distinct()
                .sorted(Comparator.comparing(
                                (ArtifactSource source) -> source.artifact().sha256())
                        .thenComparing(ArtifactSource::kind)
                        .thenComparing(source -> source.source().sha256()))
                .toList();
    }

    private String kind(ArtifactId artifact) {
        return history.all(Published.class).stream()
                .filter(published -> published.artifact().equals(artifact))
                .map(Published::kind)
                .findFirst()
                .orElse("unknown");
    }
}
