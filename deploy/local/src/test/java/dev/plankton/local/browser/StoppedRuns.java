package dev.plankton.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.netflix.conductor.common.metadata.tasks.Task;
import com.netflix.conductor.common.run.Workflow;
import com.netflix.conductor.common.run.Workflow.WorkflowStatus;
import dev.plankton.local.TestSystem;
import java.util.List;
import java.util.Map;

/** Runs that a fault or a person stopped, and that go on after a click in Conductor's UI. */
final class StoppedRuns {
    private static final String FROM_FAILED = "Retry - from failed task";
    private static final String RESUME = "Retry - resume subworkflow";

    private final Walk walk;

    StoppedRuns(Walk walk) {
        this.walk = walk;
    }

    /** The store is stopped twice; each time another kind of retry goes on. */
    void retried() throws Exception {
        String run = walk.smallRun(Map.of("relationsMaxImages", 50))
                .fill("dataset", "\"bay\"")
                .fill("rounds", "2")
                .fill("seed", "5") // so that no earlier run has done the same
                .start("form-to-be-stopped");
        for (String retry : List.of(RESUME, FROM_FAILED)) {
            awaitAnalysis(run);
            String part = analysis(run).getSubWorkflowId();
            walk.system().stack().store().stop();
            assertThat(walk.system().await(run).getStatus()).isEqualTo(WorkflowStatus.FAILED);
            walk.system().stack().store().restart();
            walk.page().open(run).shows("Failed");
            assertThat(walk.page().reason()).contains("store");
            assertThat(walk.page().actions()).contains(RESUME, FROM_FAILED, "Re-run workflow");
            walk.browser().picture("run-without-store-" + (retry.equals(RESUME) ? "1" : "2"));
            walk.page().choose(retry);
            walk.page().shows("Running");
            if (retry.equals(RESUME)) {
                assertThat(analysis(run).getSubWorkflowId())
                        .as("the part that goes on")
                        .isEqualTo(part);
            } else {
                assertThat(analysis(run).getSubWorkflowId())
                        .as("the part that starts anew")
                        .isNotEqualTo(part);
            }
        }
        walk.completed(run);
        walk.browser().picture("run-retried");
        assertThat(walk.system()
                        .query(
                                "select 1 from plankton.step where run_id = '%s' and task_type = 'plankton_train' and status = 'COMPLETED' group by reference_name having count(*) > 1"
                                        .formatted(run)))
                .as("rounds trained again")
                .isEmpty();
    }

    private Task analysis(String run) {
        return walk.system().workflows().getWorkflow(run, true).getTasks().stream()
                .filter(task -> task.getReferenceTaskName().equals("analysis") && !task.isRetried())
                .findFirst()
                .orElseThrow();
    }

    private void awaitAnalysis(String run) throws InterruptedException {
        while (walk.system().workflows().getWorkflow(run, true).getTasks().stream()
                .noneMatch(task -> task.getReferenceTaskName().equals("analysis")
                        && task.getStatus() == Task.Status.IN_PROGRESS)) {
            Thread.sleep(50);
        }
    }

    /** A long training stops at once, keeps where it was, and goes on from there. */
    void terminated() throws Exception {
        String run = walk.smallRun(Map.of("stepsPerEpoch", 100_000))
                .fill("dataset", "\"bay\"")
                .fill("rounds", "1")
                .start("form-to-be-terminated");
        awaitProgress(run, 3 * TestSystem.STEPS_BETWEEN_SNAPSHOTS);
        assertThat(walk.page().actions()).contains("Terminate", "Pause");
        walk.browser().picture("actions-running");
        walk.page().choose("Terminate");
        walk.page().shows("Terminated");
        walk.await(
                "the end of the step",
                "select 1 from history.step_attempt where run_id = '%s' and reference_name = 'train__1' and status = 'CANCELLED'"
                        .formatted(run));
        walk.await(
                "the end of the run",
                "select 1 from history.run where run_id = '%s' and status = 'TERMINATED'".formatted(run));
        assertThat(walk.page().open(run).shows("Terminated").actions())
                .contains(FROM_FAILED)
                .doesNotContain(RESUME);
        walk.browser().picture("run-terminated");
        long seen = awaitProgress(run, 1);
        walk.page().choose(FROM_FAILED);
        walk.page().shows("Running");
        awaitProgress(run, seen + 1);
        goesOn(run);
        walk.page().open(run).actions();
        walk.page().choose("Terminate");
        walk.page().shows("Terminated");
    }

    /** The log of the task, two clicks away from the page of the run. */
    private void goesOn(String run) throws Exception {
        Workflow whole = walk.system().workflows().getWorkflow(run, true);
        String part = whole.getTasks().stream()
                .filter(task -> task.getReferenceTaskName().equals("training") && !task.isRetried())
                .findFirst()
                .orElseThrow()
                .getSubWorkflowId();
        walk.page().open(part).shows("Running");
        walk.page().logOf("train__1", "continued after step");
        walk.browser().picture("log");
    }

    /** @return the last step that is told */
    private long awaitProgress(String run, long step) throws Exception {
        String progress =
                "select max(step) as last from history.progress where run_id = '%s' and round = 1".formatted(run);
        walk.await("progress", "select 1 from (%s) told where last >= %d".formatted(progress, step));
        return Long.parseLong(
                String.valueOf(walk.system().query(progress).getFirst().get("last")));
    }
}
