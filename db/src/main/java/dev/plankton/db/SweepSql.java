package dev.plankton.db;

import dev.plankton.contracts.ids.RunId;
import dev.plankton.db.rows.SweptRun;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Rows of the table {@code sweep_run}. */
final class SweepSql {
    private SweepSql() {}

    static void run(Handle handle, RunId sweepId, int number, String combinationJson, Optional<RunId> runId) {
        handle.createUpdate("""
                        insert into sweep_run (sweep_id, number, combination, run_id)
                        values (:sweepId, :number, cast(:combination as jsonb), :runId)
                        on conflict (sweep_id, number) do update set combination = excluded.combination, run_id = excluded.run_id
                        """)
                .bind("sweepId", sweepId)
                .bind("number", number)
                .bind("combination", TextColumns.json(combinationJson))
                .bind("runId", runId.map(RunId::value).orElse(""))
                .execute();
    }

    static List<SweptRun> runs(Handle handle, RunId sweepId, String rankBy) {
        return handle.createQuery("""
                        select *, case :rankBy when 'balancedAccuracy' then balanced_accuracy
                                               when 'macroF1' then macro_f1
                                               when 'classifierAccuracy' then classifier_validation_accuracy
                                               when 'unseenMapAtR' then unseen_mean_average_precision_at_r
                                               else accuracy end as ranked_by
                        from history.sweep_run
                        where sweep_id = :sweepId
                        order by status = 'COMPLETED' desc, ranked_by desc nulls last, number
                        """)
                .bind("sweepId", sweepId)
                .bind("rankBy", rankBy)
                .map((row, context) -> new SweptRun(
                        row.getInt("number"),
                        Optional.of(row.getString("run_id"))
                                .filter(id -> !id.isEmpty())
                                .map(RunId::new),
                        row.getString("combination"),
                        row.getString("status"),
                        row.getString("reason"),
                        row.getDouble("ranked_by"),
                        row.getDouble("accuracy"),
                        row.getDouble("test_accuracy")))
                .list();
    }
}
