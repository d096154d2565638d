package dev.plankton.db;

import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.RunId;
import dev.plankton.db.rows.NeededArtifact;
import dev.plankton.db.rows.VerifiedArtifact;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The artifacts of a run, and rows of the table {@code verified_artifact}. */
final class IntegritySql {
    private IntegritySql() {}

    static Optional<RunId> findRun(Handle handle, String name) {
        return handle.createQuery("select run_id from run where run_id = history.find_run(:name)")
                .bind("name", name)
                .mapTo(RunId.class)
                .findOne();
    }

    /**
     * The artifacts that the run's steps published or read, and those that they were made from. For an artifact that
     * the run did not publish itself, these are the inputs of the step that made it first, except those that were
     * deleted since.
     */
    static List<NeededArtifact> needed(Handle handle, RunId run) {
        return handle.createQuery("""
                        with recursive
                            own as materialized (select distinct task_type, step_key from step where run_id = :run),
                            needed (artifact_id) as (
                                select p.artifact_id
                                from own join step_artifact p using (task_type, step_key)
                                union
                                select i.input_id
                                from own join artifact_input i using (task_type, step_key)
                                union
                                select i.input_id
                                from needed n
                                         join artifact made on made.artifact_id = n.artifact_id
                                         join artifact_input i on i.artifact_id = made.artifact_id
                                             and i.task_type = made.task_type and i.step_key = made.step_key
                                         join artifact a on a.artifact_id = i.input_id and a.deleted_at is null
                                where not exists (select from step_artifact p join own using (task_type, step_key)
                                                  where p.artifact_id = n.artifact_id))
                        select n.artifact_id, coalesce(a.kind, '') as kind, coalesce(a.task_type, '') as task_type
                        from needed n left join artifact a using (artifact_id)
                        order by a.created_at, n.artifact_id
                        """)
                .bind("run", run)
                .map((row, context) -> new NeededArtifact(
                        new ArtifactId(row.getString("artifact_id")),
                        row.getString("kind"),
                        row.getString("task_type")))
                .list();
    }

    static void verified(Handle handle, RunId run, RunId verifiedRun, List<VerifiedArtifact> artifacts) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into verified_artifact (run_id, verified_run, artifact_id, state)
                values (:run, :verifiedRun, :artifact, :state)
                on conflict (run_id, artifact_id) do update set state = excluded.state, verified_at = now()
                """);
        artifacts.forEach(artifact -> batch.bind("run", run)
                .bind("verifiedRun", verifiedRun)
                .bindMethods(artifact)
                .add());
        Batches.execute(batch);
    }
}
