package dev.plankton.db;

import dev.plankton.contracts.ids.RunId;
import dev.plankton.db.rows.AlertRow;
import dev.plankton.db.rows.RunEnd;
import dev.plankton.db.rows.RunStart;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Rows of the table {@code run}. */
final class RunSql {
    private RunSql() {}

    /** A completed run stays complete: a late step of it must not set it back to running. */
    static void started(Handle handle, RunStart run) {
        handle.createUpdate("""
                        insert into run (run_id, workflow, workflow_version, input, status, started_at)
                        values (:runId, :workflow, :workflowVersion, cast(:inputJson as jsonb), 'RUNNING', :startedAt)
                        on conflict (run_id) do update set status = 'RUNNING', reason = '', ended_at = null
                        where run.status in ('FAILED', 'TERMINATED')
                        """)
                .bindMethods(run)
                .bind("inputJson", TextColumns.json(run.inputJson()))
                .execute();
    }

    static void ended(Handle handle, RunId runId, RunEnd end) {
        handle.createUpdate("update run set status = :status, reason = :reason, ended_at = now() where run_id = :runId")
                .bind("runId", runId)
                .bindMethods(end)
                .execute();
    }

    static void failedUnseen(Handle handle, RunStart run, String reason) {
        handle.createUpdate("""
                        insert into run (run_id, workflow, workflow_version, input, status, reason, started_at, ended_at)
                        values (:runId, :workflow, :workflowVersion, cast(:inputJson as jsonb), 'FAILED', :reason, :startedAt, now())
                        on conflict do nothing
                        """)
                .bindMethods(run)
                .bind("inputJson", TextColumns.json(run.inputJson()))
                .bind("reason", reason)
                .execute();
    }

    static Optional<String> workflow(Handle handle, RunId runId) {
        return handle.createQuery("select workflow from run where run_id = :runId")
                .bind("runId", runId)
                .mapTo(String.class)
                .findOne();
    }

    static List<RunId> quiet(Handle handle, Duration since) {
        return handle.createQuery("""
                        select run_id from run r
                        where status = 'RUNNING'
                          and not exists (select from step s
                                          where s.run_id = r.run_id
                                            and greatest(s.started_at, s.ended_at) > now() - :seconds * interval '1 second')
                        """)
                .bind("seconds", since.toSeconds())
                .mapTo(RunId.class)
                .list();
    }

    static void endedUnseen(Handle handle, RunId runId, RunEnd end) {
        handle.createUpdate("""
                        update step
                        set status = 'FAILED', reason = 'Its worker ended, and so did the run.', ended_at = now()
                        where run_id = :runId and status = 'RUNNING'
                        """).bind("runId", runId).execute();
        handle.createUpdate("""
                        update run set status = :status, reason = :reason, ended_at = now()
                        where run_id = :runId and status = 'RUNNING'
                        """).bind("runId", runId).bindMethods(end).execute();
    }

    static void alert(Handle handle, AlertRow alert) {
        handle.createUpdate("""
                        insert into alert (alert_id, run_id, failed_at, status, reason, task_type, reference_name, told_at, trouble)
                        values (:alertId, :runId, :failedAt, :status, :reason, :taskType, :referenceName, :toldAt, :trouble)
                        on conflict (alert_id) do update set told_at = excluded.told_at, trouble = excluded.trouble
                        """).bindMethods(alert).execute();
    }

    static void report(Handle handle, RunId runId, String indexKey, Optional<String> address) {
        handle.createUpdate("update run set report = :report, report_url = :address where run_id = :runId")
                .bind("runId", runId)
                .bind("report", indexKey)
                .bind("address", address)
                .execute();
    }
}
