package dev.plankton.db;

import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.RunId;
import dev.plankton.db.rows.ArtifactSource;
import dev.plankton.db.rows.LostAttempt;
import dev.plankton.db.rows.SettingsRow;
import dev.plankton.db.rows.SettingsRow.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Where results come from: rows of the table {@code run_setting}, and queries on the tables of steps and artifacts. */
final class ProvenanceSql {
    private ProvenanceSql() {}

    /** Replaces what is there for this workflow of the run. */
    static void settings(Handle handle, SettingsRow row) {
        handle.createUpdate("delete from run_setting where run_id = :runId and workflow = :workflow")
                .bindMethods(row)
                .execute();
        PreparedBatch batch = handle.prepareBatch("""
                insert into run_setting (run_id, workflow, name, position, value, given)
                values (:runId, :workflow, :name, :position, :value, :given)
                """);
        for (int position = 0; position < row.settings().size(); position++) {
            batch.bind("runId", row.runId())
                    .bind("workflow", row.workflow())
                    .bind("position", position)
                    .bindMethods(row.settings().get(position))
                    .add();
        }
        Batches.execute(batch);
    }

    static List<SettingsRow> settings(Handle handle, RunId runId) {
        Map<String, List<Setting>> byWorkflow = new LinkedHashMap<>();
        handle.createQuery("""
                        select workflow, name, value, given from run_setting
                        where run_id = :runId order by workflow, position
                        """)
                .bind("runId", runId)
                .map((row, context) -> Map.entry(
                        row.getString("workflow"),
                        new Setting(row.getString("name"), row.getString("value"), row.getBoolean("given"))))
                .forEach(entry -> byWorkflow
                        .computeIfAbsent(entry.getKey(), any -> new ArrayList<>())
                        .add(entry.getValue()));
        return byWorkflow.entrySet().stream()
                .map(entry -> new SettingsRow(runId, entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The first run with a step that published the artifact, or that found the same step already done. */
    static Optional<RunId> makerOf(Handle handle, ArtifactId artifact) {
        return handle.createQuery("""
                        select s.run_id
                        from artifact a join step s on s.step_key = a.step_key and s.task_type = a.task_type
                        where a.artifact_id = :artifact and s.status in ('COMPLETED', 'REUSED')
                        order by s.started_at, s.task_id
                        limit 1
                        """)
                .bind("artifact", artifact)
                .mapTo(RunId.class)
                .findOne();
    }

    static List<LostAttempt> lostAttempts(Handle handle, RunId runId) {
        return handle.createQuery("""
                        select s.task_type, s.reference_name, s.attempt, s.status, s.reason
                        from step s
                        where s.run_id = :runId
                          and s.status in ('FAILED', 'REJECTED', 'CANCELLED')
                        order by s.started_at, s.task_id
                        """)
                .bind("runId", runId)
                .map(ConstructorMapper.of(LostAttempt.class))
                .list();
    }

    static List<ArtifactSource> sources(Handle handle, List<ArtifactId> artifacts) {
        if (artifacts.isEmpty()) {
            return List.of();
        }
        return handle.createQuery("""
                        select distinct i.artifact_id as artifact, i.input_id as source, coalesce(a.kind, 'unknown') as kind
                        from artifact_input i left join artifact a on a.artifact_id = i.input_id
                        where i.artifact_id in (<artifacts>)
                        order by artifact, kind, source
                        """)
                .bindList("artifacts", artifacts)
                .map(ConstructorMapper.of(ArtifactSource.class))
                .list();
    }
}
