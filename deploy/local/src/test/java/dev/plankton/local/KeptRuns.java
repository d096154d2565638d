package dev.plankton.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.netflix.conductor.client.exception.ConductorClientException;
import com.netflix.conductor.common.run.Workflow;
import com.netflix.conductor.common.run.Workflow.WorkflowStatus;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.StoreKeys;
import dev.plankton.engine.store.S3ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What happens to a run's artifacts that are damaged, and to those that are no longer needed. */
final class KeptRuns {
    private final TestSystem system;
    private final Map<String, Object> input;
    private final String kept;

    /**
     * @param input of a run beside the kept one, with which it shares all but some analyses
     * @param kept a run that is complete
     */
    KeptRuns(TestSystem system, Map<String, Object> input, String kept) {
        this.system = system;
        this.input = input;
        this.kept = kept;
    }

    /** Damage is named, and the next run repairs it. */
    void damageIsFoundAndMended(Path folder) throws Exception {
        Workflow run = completed("plankton_embedding", input);
        int artifacts = verified(run.getWorkflowId());
        assertThat(artifacts).isGreaterThan(50);
        String damaged = artifact(run.getWorkflowId(), "plankton_relations", "table");
        String missing = artifact(run.getWorkflowId(), "plankton_report", "report");
        Path bytes = Files.writeString(folder.resolve("bytes"), "not what it was");
        try (S3ObjectStore objects = system.objects()) {
            objects.put(key(damaged), bytes, "text/plain");
            objects.delete(key(missing));
        }

        Workflow found = system.run("plankton_verify", Map.of("run", run.getWorkflowId()));
        assertThat(found.getStatus()).isEqualTo(WorkflowStatus.FAILED);
        assertThat(found.getReasonForIncompletion())
                .contains("2 of %d artifacts".formatted(artifacts))
                .contains("table %s of plankton_relations is damaged".formatted(damaged))
                .contains("report %s of plankton_report is missing".formatted(missing));
        assertThat(system.query(
                        "select state from history.verified_artifact where run_id = '%s' and state <> 'SOUND' order by 1"
                                .formatted(found.getWorkflowId())))
                .extracting(row -> row.get("state"))
                .containsExactly("DAMAGED", "MISSING");

        Workflow again = completed("plankton_embedding", input);
        assertThat(worked(again.getWorkflowId())).containsExactly("plankton_relations", "plankton_report");
        assertThat(verified(again.getWorkflowId())).isEqualTo(artifacts);
        assertThat(verified(run.getWorkflowId())).isEqualTo(artifacts);
    }

    /** What only dropped runs need is first listed and then deleted; what others need stays. */
    void whatOnlyDroppedRunsNeedIsDeleted() throws Exception {
        String alone = artifact(latest(), "plankton_relations", "table");
        List<String> dropped = system
                .query("select distinct run_id from history.run_artifact where artifact_id = '%s'".formatted(alone))
                .stream()
                .map(row -> String.valueOf(row.get("run_id")))
                .toList();
        String report = report(dropped.getFirst());
        assertThat(stored(report)).isTrue();
        int before = verified(kept);
        Workflow listed = completed("plankton_cleanup", Map.of("drop", dropped));
        assertThat(stored(key(alone))).isTrue();
        assertThat(system.query("select 1 from history.run where not kept")).isEmpty();

        Workflow deleted = completed("plankton_cleanup", Map.of("drop", dropped, "dryRun", false));
        assertThat(numbers(deleted)).isEqualTo(numbers(listed)).containsKey("artifacts");
        assertThat(numbers(deleted).get("artifacts")).isNotEqualTo("0");
        assertThat(numbers(deleted).get("reportFiles")).isNotEqualTo("0");
        assertThat(numbers(deleted).get("unknown")).isEqualTo("0");
        assertThat(stored(key(alone))).isFalse();
        assertThat(stored(report)).isFalse();
        assertThat(verified(kept)).isEqualTo(before);

        Workflow again = completed("plankton_embedding", input);
        assertThat(worked(again.getWorkflowId()))
                .contains("plankton_relations", "plankton_report")
                .doesNotContain("plankton_train");
        assertThat(artifact(again.getWorkflowId(), "plankton_relations", "table"))
                .isEqualTo(alone);
    }

    /** Once all other runs are dropped, the store holds uploads and what the kept run was made from and made. */
    void nothingIsLeftThatNoKeptRunNeeds() throws Exception {
        completed("plankton_promote", Map.of("run", kept, "reason", "it is to stay"));
        List<String> others = strings("select run_id from history.run where run_id <> '%s'".formatted(kept));
        Workflow deleted = completed("plankton_cleanup", Map.of("drop", others, "dryRun", false));
        // its own few results are there until the next clean-up
        String own = "('%s', '%s')".formatted(kept, deleted.getWorkflowId());

        assertThat(names(StoreKeys.ARTIFACTS)).isNotEmpty().isSubsetOf(strings("""
                        select l.artifact_id from history.run_artifact a, history.lineage(a.artifact_id, a.run_id) l
                        where a.run_id in %s
                        """.formatted(own)));
        List<String> steps = strings("""
                        select s.task_type || '/' || unnest(array[s.step_key, p.part])
                        from history.step_attempt s left join history.step_part p using (task_type, step_key)
                        where s.run_id in %s
                        """.formatted(own));
        // a note that a run failed is no part of a run: a few hundred bytes for each failed run stay
        assertThat(names(StoreKeys.RESULTS))
                .filteredOn(name -> !name.startsWith("plankton_failure/"))
                .isNotEmpty()
                .isSubsetOf(steps.stream().map(step -> step + ".json").toList());
        assertThat(names(StoreKeys.SNAPSHOTS)).isEmpty();
        assertThat(names(StoreKeys.PREDICTIONS)).isEmpty();
        String folder = report(kept).replaceFirst("/[^/]*$", "").substring(StoreKeys.REPORTS.length());
        assertThat(names(StoreKeys.REPORTS)).isNotEmpty().allMatch(name -> name.startsWith(folder + "/"));
        verified(kept);
    }

    private List<String> strings(String sql) throws SQLException {
        return system.query(sql).stream()
                .map(row -> String.valueOf(row.values().iterator().next()))
                .toList();
    }

    private List<String> names(String folder) throws IOException {
        try (S3ObjectStore objects = system.objects()) {
            return objects.list(folder).stream()
                    .map(object -> object.key().substring(folder.length()))
                    .toList();
        }
    }

    /** Old runs are deleted from Conductor, with their sub-workflows, but not from SQL. */
    void oldHistoriesLeaveConductor() throws Exception {
        String old = system.run("plankton_promote", Map.of("run", "nobody", "reason", "to have failed"))
                .getWorkflowId();
        system.query("update plankton.run set ended_at = now() - interval '50 days' where run_id = '%s' returning 1"
                .formatted(old));
        Workflow deleted = completed("plankton_cleanup", Map.of("conductorDays", 49, "dryRun", false));
        assertThat(numbers(deleted)).containsEntry("conductorHistories", "1").containsEntry("artifacts", "0");
        assertThatThrownBy(() -> system.workflows().getWorkflow(old, false))
                .isInstanceOf(ConductorClientException.class);
        assertThat(system.query("select 1 from history.run where run_id = '%s'".formatted(old)))
                .hasSize(1);
        Workflow unknown = system.run("plankton_cleanup", Map.of("drop", List.of("nobody")));
        assertThat(unknown.getReasonForIncompletion()).contains("There is no run 'nobody' to drop or to keep");
    }

    private Workflow completed(String workflow, Map<String, Object> with) throws InterruptedException {
        Workflow ended = system.run(workflow, with);
        assertThat(ended.getStatus()).as(ended.getReasonForIncompletion()).isEqualTo(WorkflowStatus.COMPLETED);
        return ended;
    }

    /** The number of artifacts of the run, all of them undamaged. */
    private int verified(String run) throws InterruptedException {
        return Integer.parseInt(String.valueOf(
                completed("plankton_verify", Map.of("run", run)).getOutput().get("artifacts")));
    }

    private String artifact(String run, String taskType, String kind) throws SQLException {
        return String.valueOf(
                system.query("""
                        select artifact_id from history.run_artifact join history.artifact using (artifact_id)
                        where run_id = '%s' and task_type = '%s' and kind = '%s' order by 1 limit 1
                        """.formatted(run, taskType, kind)).getFirst().get("artifact_id"));
    }

    private String report(String run) throws SQLException {
        return String.valueOf(system.query("select report from history.run where run_id = '%s'".formatted(run))
                .getFirst()
                .get("report"));
    }

    private String latest() throws SQLException {
        return String.valueOf(system.query("select history.find_run('latest') as run")
                .getFirst()
                .get("run"));
    }

    /** The types of the tasks that did their work instead of finding it done. */
    private List<String> worked(String run) throws SQLException {
        return system.query("""
                        select distinct task_type from history.step_attempt
                        where run_id = '%s' and status = 'COMPLETED' order by 1
                        """.formatted(run)).stream()
                .map(row -> String.valueOf(row.get("task_type")))
                .toList();
    }

    private static String key(String artifact) {
        return StoreKeys.artifact(new ArtifactId(artifact));
    }

    private boolean stored(String key) throws IOException {
        try (S3ObjectStore objects = system.objects()) {
            return objects.exists(key);
        }
    }

    private static Map<String, String> numbers(Workflow cleanup) {
        Map<String, Object> output = new HashMap<>(cleanup.getOutput());
        output.remove("dryRun");
        return output.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
    }
}
