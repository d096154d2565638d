package dev.plankton.db;

import dev.plankton.contracts.ids.ArtifactId;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Rows of the tables {@code artifact}, {@code step_artifact}, {@code artifact_input} and {@code step_part}. */
final class ArtifactSql {
    private ArtifactSql() {}

    /**
     * The first step that publishes an artifact counts as the step that made it. All steps that publish it, and all
     * their inputs, are kept.
     */
    static void published(
            Handle handle,
            ArtifactId id,
            String kind,
            long bytes,
            String taskType,
            String stepKey,
            List<ArtifactId> inputs) {
        CleanupLock.share(handle);
        handle.createUpdate("""
                        insert into artifact (artifact_id, kind, bytes, task_type, step_key)
                        values (:id, :kind, :bytes, :taskType, :stepKey)
                        on conflict (artifact_id) do update set deleted_at = null
                        """)
                .bind("id", id)
                .bind("kind", kind)
                .bind("bytes", bytes)
                .bind("taskType", taskType)
                .bind("stepKey", stepKey)
                .execute();
        handle.createUpdate("""
                        insert into step_artifact (task_type, step_key, artifact_id)
                        values (:taskType, :stepKey, :id)
                        on conflict (task_type, step_key, artifact_id) do update set published_at = now()
                        """)
                .bind("id", id)
                .bind("taskType", taskType)
                .bind("stepKey", stepKey)
                .execute();
        PreparedBatch batch = handle.prepareBatch("""
                insert into artifact_input (artifact_id, step_key, task_type, input_id)
                values (:id, :stepKey, :taskType, :input)
                on conflict do nothing
                """);
        for (ArtifactId input : inputs) {
            batch.bind("id", id)
                    .bind("stepKey", stepKey)
                    .bind("taskType", taskType)
                    .bind("input", input)
                    .add();
        }
        Batches.execute(batch);
    }

    /** A step uses the remembered result of a part. */
    static void part(Handle handle, String taskType, String part, String stepKey) {
        CleanupLock.share(handle);
        handle.createUpdate("""
                        insert into step_part (task_type, part, step_key)
                        values (:taskType, :part, :stepKey)
                        on conflict do nothing
                        """)
                .bind("taskType", taskType)
                .bind("part", part)
                .bind("stepKey", stepKey)
                .execute();
    }
}
