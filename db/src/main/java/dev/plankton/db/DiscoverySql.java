package dev.plankton.db;

import dev.plankton.db.rows.DiscoveryRow;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Rows of the tables {@code discovery} and {@code discovered_group}. */
final class DiscoverySql {
    private DiscoverySql() {}

    /** Replaces what is there for this run. */
    static void discovered(Handle handle, DiscoveryRow row) {
        handle.createUpdate("delete from discovery where run_id = :runId")
                .bindMethods(row)
                .execute();
        handle.createUpdate("""
                        insert into discovery (run_id, model_id, name, images, far, taken, sampled, grouped, cut, agreement)
                        values (:runId, :modelId, :name, :images, :far, :taken, :sampled, :grouped, :spread, :agreement)
                        """)
                .bindMethods(row)
                .bind("spread", row.cut().map(DiscoveryRow.Cut::spread))
                .bind("agreement", row.cut().map(DiscoveryRow.Cut::agreement))
                .execute();
        PreparedBatch batch = handle.prepareBatch("""
                insert into discovered_group (run_id, name, images, mean_distance, nearest_class, class_distance)
                values (:runId, :name, :images, :meanDistance, :nearestClass, :classDistance)
                """);
        for (DiscoveryRow.Group group : row.groups()) {
            batch.bind("runId", row.runId()).bindMethods(group).add();
        }
        Batches.execute(batch);
    }
}
