package dev.plankton.db;

import dev.plankton.contracts.ids.RunId;
import dev.plankton.db.rows.DatasetRow;
import dev.plankton.db.rows.DatasetRow.ClassCount;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Rows of the tables {@code dataset}, {@code dataset_class}, {@code left_out_image} and {@code run_dataset}. */
final class DatasetSql {
    /** Of an upload of millions, tables of files stay in the report. */
    static final int MOST_LEFT_OUT = 10_000;

    private DatasetSql() {}

    /** A dataset's id is a digest of everything in its rows, so they are written only once. */
    static void used(Handle handle, RunId runId, DatasetRow dataset) {
        int created = handle.createUpdate("""
                        insert into dataset (dataset_id, name, side, images, left_out)
                        values (:id, :name, :side, :images, :leftOut)
                        on conflict do nothing
                        """)
                .bind("id", dataset.datasetId())
                .bind("name", dataset.name())
                .bind("side", dataset.side())
                .bind(
                        "images",
                        dataset.classes().stream()
                                .mapToInt(count -> count.train() + count.validation() + count.test())
                                .sum())
                .bind("leftOut", dataset.leftOut().size())
                .execute();
        if (created > 0) {
            classes(handle, dataset);
            leftOut(handle, dataset);
        }
        handle.createUpdate("insert into run_dataset (run_id, dataset_id) values (:runId, :id) on conflict do nothing")
                .bind("runId", runId)
                .bind("id", dataset.datasetId())
                .execute();
    }

    private static void classes(Handle handle, DatasetRow dataset) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into dataset_class (dataset_id, class, train, validation, test, unseen)
                values (:id, :name, :train, :validation, :test, :unseen)
                """);
        for (ClassCount count : dataset.classes()) {
            batch.bind("id", dataset.datasetId()).bindMethods(count).add();
        }
        Batches.execute(batch);
    }

    private static void leftOut(Handle handle, DatasetRow dataset) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into left_out_image (dataset_id, source, reason) values (:id, :source, :reason)
                on conflict do nothing
                """);
        dataset.leftOut().stream()
                .limit(MOST_LEFT_OUT)
                .forEach(image ->
                        batch.bind("id", dataset.datasetId()).bindMethods(image).add());
        Batches.execute(batch);
    }
}
