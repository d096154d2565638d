package dev.plankton.db;

import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.RunId;
import dev.plankton.db.rows.ArtifactSource;
import dev.plankton.db.rows.LostAttempt;
import dev.plankton.db.rows.SettingsRow;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@link Provenance} in PostgreSQL; each method is one transaction. */
final class SqlProvenance implements Provenance {
    private final Transactions database;

    SqlProvenance(Transactions database) {
        this.database = database;
    }

    @Override
    public void settings(SettingsRow settings) throws IOException {
        database.write(handle -> ProvenanceSql.settings(handle, settings));
    }

    @Override
    public List<SettingsRow> settings(RunId run) throws IOException {
        return database.read(handle -> ProvenanceSql.settings(handle, run));
    }

    @Override
    public Optional<RunId> makerOf(ArtifactId artifact) throws IOException {
        return database.read(handle -> ProvenanceSql.makerOf(handle, artifact));
    }

    @Override
    public List<LostAttempt> lostAttempts(RunId run) throws IOException {
        return database.read(handle -> ProvenanceSql.lostAttempts(handle, run));
    }

    @Override
    public List<ArtifactSource> sources(List<ArtifactId> artifacts) throws IOException {
        return database.read(handle -> ProvenanceSql.sources(handle, artifacts));
    }
}
