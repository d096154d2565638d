package dev.plankton.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.netflix.conductor.common.run.Workflow;
import com.netflix.conductor.common.run.Workflow.WorkflowStatus;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two trainings that differ in the margin, with the real network on the real services. */
final class SmallSweep {
    private final TestSystem system;
    private final Map<String, Object> input;

    /** @param input of a short run */
    SmallSweep(TestSystem system, Map<String, Object> input) {
        this.system = system;
        this.input = input;
    }

    void sharesStepsAndRanksItsRuns() throws Exception {
        Map<String, Object> all = new HashMap<>(input);
        all.putAll(Map.of("rounds", 1, "shardImages", 160, "loss", "standard", "parallel", 2));
        all.put("grid", Map.of("margin", List.of(0.1, 0.4)));
        Workflow sweep = system.run("plankton_sweep", all);
        assertThat(sweep.getStatus()).as(sweep.getReasonForIncompletion()).isEqualTo(WorkflowStatus.COMPLETED);

        String best = String.valueOf(sweep.getOutput().get("best"));
        List<Map<String, Object>> runs = system.query(
                "select run_id, combination ->> 'margin' as margin, accuracy, status from history.sweep_run where sweep_id = '%s' order by accuracy desc, number"
                        .formatted(sweep.getWorkflowId()));
        assertThat(runs).extracting(run -> run.get("margin")).containsExactlyInAnyOrder("0.1", "0.4");
        assertThat(runs).extracting(run -> run.get("status")).containsOnly("COMPLETED");
        assertThat(runs.getFirst()).containsEntry("run_id", best);
        for (Map<String, Object> run : runs) {
            String id = String.valueOf(run.get("run_id"));
            assertThat(statuses(id, "'plankton_dataset_import', 'plankton_preprocess', 'plankton_split'"))
                    .containsExactly("REUSED");
            assertThat(system.query("select 1 from history.round where run_id = '%s'".formatted(id)))
                    .hasSize(2);
            assertThat(system.objects()
                            .exists(String.valueOf(
                                    system.query("select report from history.run where run_id = '%s'".formatted(id))
                                            .getFirst()
                                            .get("report"))))
                    .isTrue();
        }
        assertThat(statuses(sweep.getWorkflowId(), "'plankton_preprocess'")).containsExactly("COMPLETED");
        new ReadyAnswers(system, best).sweep(sweep.getWorkflowId(), best);

        Workflow again = system.run("plankton_sweep", all);
        assertThat(again.getStatus()).isEqualTo(WorkflowStatus.COMPLETED);
        assertThat(again.getOutput().get("values")).isEqualTo(sweep.getOutput().get("values"));
        String run = String.valueOf(again.getOutput().get("best"));
        assertThat(run).isNotEqualTo(best);
        assertThat(statuses(run, "'plankton_train', 'plankton_evaluate'")).containsExactly("REUSED");
    }

    /** How the attempts at tasks of some types ended: each status once. */
    private List<String> statuses(String run, String taskTypes) throws SQLException {
        return system
                .query("select distinct status from history.step_attempt where run_id = '%s' and task_type in (%s)"
                        .formatted(run, taskTypes))
                .stream()
                .map(row -> String.valueOf(row.get("status")))
                .toList();
    }
}
