package dev.plankton.db;

import dev.plankton.contracts.ids.TaskId;
import dev.plankton.db.rows.StepEnd;
import dev.plankton.db.rows.StepStart;
import org.jdbi.v3.core.Handle;

/** Rows of the table {@code step}. */
final class StepSql {
    private StepSql() {}

    /**
     * A task that was given out twice belongs to the worker that took it last. An earlier attempt at the task that has
     * not ended by now is lost: its worker ended, or the task was taken from its worker.
     */
    static void started(Handle handle, StepStart step) {
        handle.createUpdate("""
                        update step
                        set status = 'FAILED', reason = 'The worker ended, or was out of reach for too long.', ended_at = :startedAt
                        where run_id = :runId and workflow_id = :workflowId and reference_name = :referenceName
                          and attempt < :attempt and status = 'RUNNING'
                        """).bindMethods(step).execute();
        handle.createUpdate("""
                        insert into step
                            (task_id, run_id, workflow_id, task_type, reference_name, attempt, worker, status, started_at)
                        values
                            (:taskId, :runId, :workflowId, :taskType, :referenceName, :attempt, :worker, 'RUNNING', :startedAt)
                        on conflict (task_id) do update set worker = excluded.worker
                        """).bindMethods(step).execute();
    }

    static void claimed(Handle handle, TaskId taskId, String stepKey) {
        CleanupLock.share(handle);
        handle.createUpdate("update step set step_key = :key where task_id = :taskId and status = 'RUNNING'")
                .bind("taskId", taskId)
                .bind("key", stepKey)
                .execute();
    }

    /** A finished step stays finished, whatever a slower worker reports later. */
    static void ended(Handle handle, StepEnd step) {
        handle.createUpdate("""
                        update step
                        set status = :status, step_key = :key, reason = :reason, ended_at = :endedAt
                        where task_id = :taskId and status not in ('COMPLETED', 'REUSED')
                        """).bindMethods(step).execute();
    }
}
