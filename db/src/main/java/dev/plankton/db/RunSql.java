package dev.plankton.db;

import dev.plankton.db.rows.RunStart;
import org.jdbi.v3.core.Handle;

/** Rows of the table {@code run}. */
final class RunSql {
    private RunSql() {}

    /** A completed run stays complete: a straggling step of it must not open it again. */
    static void started(Handle handle, RunStart run) {
        handle.createUpdate("""
                        insert into run (run_id, workflow, workflow_version, input, status, started_at)
                        values (:runId, :workflow, :workflowVersion, cast(:inputJson as jsonb), 'RUNNING', :startedAt)
                        on conflict (run_id) do update set status = 'RUNNING', reason = '', ended_at = null
                        where run.status = 'FAILED'
                        """).bindMethods(run).execute();
    }

    static void ended(Handle handle, String runId, String status, String reason) {
        handle.createUpdate("update run set status = :status, reason = :reason, ended_at = now() where run_id = :runId")
                .bind("runId", runId)
                .bind("status", status)
                .bind("reason", reason)
                .execute();
    }

    static void report(Handle handle, String runId, String indexKey) {
        handle.createUpdate("update run set report = :report where run_id = :runId")
                .bind("runId", runId)
                .bind("report", indexKey)
                .execute();
    }
}
