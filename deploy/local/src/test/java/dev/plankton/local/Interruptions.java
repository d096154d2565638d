package dev.plankton.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.netflix.conductor.client.http.MetadataClient;
import com.netflix.conductor.common.metadata.tasks.TaskDef;
import com.netflix.conductor.common.run.Workflow.WorkflowStatus;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Trainings that are terminated or fail, with the real network on the real services. */
final class Interruptions {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration TO_STOP = Duration.ofSeconds(10);
    private static final Duration TO_MEASURE = Duration.ofSeconds(3);
    private static final long LOOK_EVERY_MILLIS = 50;
    private static final long PERSONS_DELAY_MILLIS = 2_000;

    private final TestSystem system;
    private final Map<String, Object> input;

    /** @param input of a short run */
    Interruptions(TestSystem system, Map<String, Object> input) {
        this.system = system;
        this.input = input;
    }

    private Map<String, Object> with(Map<String, Object> others) {
        Map<String, Object> all = new HashMap<>(input);
        all.putAll(others);
        return all;
    }

    /** A training of hours is terminated: the worker is free within seconds, and takes the next one. */
    void terminatedInTheMiddleOfARound() throws Exception {
        String run = system.start("plankton_embedding", with(Map.of("seed", 11, "stepsPerEpoch", 100_000)));
        await("progress", "select 1 from history.progress where run_id = '%s' and step > 1".formatted(run));

        Instant terminated = Instant.now();
        system.workflows().terminateWorkflow(run, "seen enough");
        await(
                "end of the step",
                "select 1 from history.step_attempt where run_id = '%s' and reference_name = 'train__1' and status = 'CANCELLED'"
                        .formatted(run));
        assertThat(Duration.between(terminated, Instant.now())).isLessThan(TO_STOP);
        await(
                "end of the run",
                "select 1 from history.run where run_id = '%s' and status = 'TERMINATED' and reason like '%%seen enough'"
                        .formatted(run));
        assertThat(coresInUse()).as("cores in use once it has stopped").isLessThan(0.6);

        String next = system.start("plankton_embedding", with(Map.of("seed", 11, "rounds", 1)));
        assertThat(system.await(next).getStatus()).isEqualTo(WorkflowStatus.COMPLETED);
        assertThat(attempts(next, "train__1")).containsExactly("COMPLETED");
    }

    /** A training that failed in a later round continues there. */
    void retriedAfterARoundThatBroke() throws Exception {
        String run;
        try (Impatience impatience = new Impatience("plankton_train")) {
            run = system.start("plankton_embedding", with(Map.of("seed", 12, "rounds", 3, "stepsPerEpoch", 40)));
            await("round 2", "select 1 from history.progress where run_id = '%s' and round = 2".formatted(run));
            system.stack().store().stop();
            assertThat(system.await(run).getStatus()).isEqualTo(WorkflowStatus.FAILED);
            system.stack().store().restart();
        }
        Thread.sleep(PERSONS_DELAY_MILLIS);
        system.workflows().retryLastFailedTask(run, true);
        assertThat(system.await(run).getStatus()).isEqualTo(WorkflowStatus.COMPLETED);

        assertThat(attempts(run, "train_0")).containsExactly("COMPLETED");
        assertThat(attempts(run, "train__1")).containsExactly("COMPLETED");
        assertThat(attempts(run, "train__2")).containsExactly("FAILED", "COMPLETED");
        assertThat(attempts(run, "train__3")).containsExactly("COMPLETED");
        int steps = 40 * Integer.parseInt(String.valueOf(input.get("epochsPerRound")));
        assertThat(system.query(
                        "select round, steps from history.round where run_id = '%s' and round > 0 order by round"
                                .formatted(run)))
                .extracting(row -> row.get("steps"))
                .containsExactly(steps, steps, steps);
    }

    /** How the attempts at a task ended. */
    private List<String> attempts(String run, String referenceName) throws SQLException {
        return system
                .query(
                        "select status from history.step_attempt where run_id = '%s' and reference_name = '%s' order by started_at"
                                .formatted(run, referenceName))
                .stream()
                .map(row -> String.valueOf(row.get("status")))
                .toList();
    }

    private void await(String what, String sql) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (system.query(sql).isEmpty()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    private static double coresInUse() throws InterruptedException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long before = system.getProcessCpuTime();
        Thread.sleep(TO_MEASURE);
        return (double) (system.getProcessCpuTime() - before) / TO_MEASURE.toNanos();
    }

    /** Makes Conductor give up a task after the first attempt, for a while. */
    private final class Impatience implements AutoCloseable {
        private final MetadataClient metadata = system.metadata();
        private final TaskDef patient;

        Impatience(String taskType) {
            patient = metadata.getTaskDef(taskType);
            TaskDef impatient = metadata.getTaskDef(taskType);
            impatient.setRetryCount(0);
            metadata.updateTaskDef(impatient);
        }

        @Override
        public void close() {
            metadata.updateTaskDef(patient);
        }
    }
}
