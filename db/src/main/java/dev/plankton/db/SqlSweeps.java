package dev.plankton.db;

import dev.plankton.contracts.ids.RunId;
import dev.plankton.db.rows.SweptRun;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@link Sweeps} in PostgreSQL; each method is one transaction. */
final class SqlSweeps implements Sweeps {
    private final Transactions database;

    SqlSweeps(Transactions database) {
        this.database = database;
    }

    @Override
    public void run(RunId sweep, int number, String combinationJson, Optional<RunId> run) throws IOException {
        database.write(handle -> SweepSql.run(handle, sweep, number, combinationJson, run));
    }

    @Override
    public List<SweptRun> runs(RunId sweep, String rankBy) throws IOException {
        return database.read(handle -> SweepSql.runs(handle, sweep, rankBy));
    }
}
