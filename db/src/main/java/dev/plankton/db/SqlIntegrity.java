package dev.plankton.db;

import dev.plankton.contracts.ids.RunId;
import dev.plankton.db.rows.NeededArtifact;
import dev.plankton.db.rows.VerifiedArtifact;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@link Integrity} in PostgreSQL; each method is one transaction. */
final class SqlIntegrity implements Integrity {
    private final Transactions database;

    SqlIntegrity(Transactions database) {
        this.database = database;
    }

    @Override
    public Optional<RunId> findRun(String name) throws IOException {
        return database.read(handle -> IntegritySql.findRun(handle, name));
    }

    @Override
    public List<NeededArtifact> neededArtifacts(RunId run) throws IOException {
        return database.read(handle -> IntegritySql.needed(handle, run));
    }

    @Override
    public void verified(RunId run, RunId verifiedRun, List<VerifiedArtifact> artifacts) throws IOException {
        database.write(handle -> IntegritySql.verified(handle, run, verifiedRun, artifacts));
    }
}
