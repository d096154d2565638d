package dev.plankton.db;

import org.jdbi.v3.core.Jdbi;

/** The run history in PostgreSQL. */
record SqlRunHistory(
        RunLog runs,
        TrainingLog training,
        Models models,
        Provenance provenance,
        Sweeps sweeps,
        Integrity integrity,
        Retention retention)
        implements RunHistory {

    static RunHistory on(Jdbi jdbi, DatabaseWatch watch) {
        Transactions database = new Transactions(IdColumns.register(jdbi), watch);
        return new SqlRunHistory(
                new SqlRunLog(database),
                new SqlTrainingLog(database),
                new SqlModels(database),
                new SqlProvenance(database),
                new SqlSweeps(database),
                new SqlIntegrity(database),
                new SqlRetention(database));
    }
}
