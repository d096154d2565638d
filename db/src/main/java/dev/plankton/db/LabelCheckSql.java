package dev.plankton.db;

import dev.plankton.db.rows.LabelCheckRow;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Rows of the tables {@code label_check} and {@code likely_label_error}. */
final class LabelCheckSql {
    /** The report lists all. */
    static final int MOST_LISTED = 1_000;

    private LabelCheckSql() {}

    /** Replaces what is there for this run. */
    static void checked(Handle handle, LabelCheckRow check) {
        handle.createUpdate("delete from label_check where run_id = :runId")
                .bindMethods(check)
                .execute();
        handle.createUpdate("""
                        insert into label_check (run_id, round, labelled, checked, likely_errors)
                        values (:runId, :round, :labelled, :checked, :count)
                        """)
                .bindMethods(check)
                .bind("count", check.errors().size())
                .execute();
        PreparedBatch batch = handle.prepareBatch("""
                insert into likely_label_error (run_id, rank, image, source, object_id, given_class, proposed_class,
                                                probability, probability_of_given, share_of_neighbours)
                values (:runId, :rank, :image, :source, :objectId, :given, :proposed, :probability,
                        :probabilityOfGiven, :share)
                """);
        for (int place = 0; place < Math.min(MOST_LISTED, check.errors().size()); place++) {
            batch.bind("runId", check.runId())
                    .bind("rank", place + 1)
                    .bindMethods(check.errors().get(place))
                    .add();
        }
        Batches.execute(batch);
    }
}
