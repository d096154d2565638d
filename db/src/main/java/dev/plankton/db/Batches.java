package dev.plankton.db;

import org.jdbi.v3.core.statement.PreparedBatch;

/** Batches of rows. */
final class Batches {
    private Batches() {}

    /** Executes a batch that may be empty, which JDBC drivers refuse. */
    static void execute(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
