package dev.plankton.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.netflix.conductor.common.run.Workflow.WorkflowStatus;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Three hosts with addresses of their own share the steps of a run. One after another is cut off in the middle of a
 * step, and healed when others have gone on. The clock of one of them is 5 minutes fast, where libfaketime is
 * installed. One run is disturbed in this way at five kinds of steps; with {@code -Dplankton.faults=all} five runs, at
 * every kind. Needs root and {@code ip}; where they are missing it is skipped, unless PLANKTON_HOSTS is "required".
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeveralHostsTest {
    private static final String PREPROCESS = "plankton_preprocess";
    private static final int SHARD_IMAGES = 25;
    private static final int OTHER_SIDE = 48;

    private static final List<List<Cut>> RUNS = List.of(
            List.of(
                    new Cut(PREPROCESS, CutOff.WAKES_LATE),
                    new Cut("plankton_train", CutOff.WORKS_ON),
                    new Cut("plankton_evaluate", CutOff.REPORTS_LATE),
                    new Cut("plankton_classifier", CutOff.WAKES_LATE),
                    new Cut("plankton_report", CutOff.WORKS_ON)),
            List.of(
                    new Cut("plankton_settings", CutOff.REPORTS_LATE),
                    new Cut("plankton_balance", CutOff.WAKES_LATE),
                    new Cut("plankton_train", CutOff.REPORTS_LATE),
                    new Cut("plankton_pca", CutOff.WORKS_ON),
                    new Cut("plankton_report", CutOff.WAKES_LATE)),
            List.of(
                    new Cut("plankton_dataset_import", CutOff.WAKES_LATE),
                    new Cut("plankton_evaluate", CutOff.WORKS_ON),
                    new Cut("plankton_training_summary", CutOff.WORKS_ON),
                    new Cut("plankton_relations", CutOff.WAKES_LATE),
                    new Cut("plankton_report", CutOff.REPORTS_LATE)),
            List.of(
                    new Cut(PREPROCESS, CutOff.WORKS_ON),
                    new Cut("plankton_split", CutOff.WORKS_ON),
                    new Cut("plankton_features", CutOff.REPORTS_LATE),
                    new Cut("plankton_train", CutOff.WAKES_LATE),
                    new Cut("plankton_dendrogram", CutOff.REPORTS_LATE)),
            List.of(
                    new Cut(PREPROCESS, CutOff.REPORTS_LATE),
                    new Cut("plankton_finish", CutOff.REPORTS_LATE),
                    new Cut("plankton_evaluate", CutOff.WAKES_LATE),
                    new Cut("plankton_separation", CutOff.WORKS_ON),
                    new Cut("plankton_projector", CutOff.WAKES_LATE)));

    private FaultySystem system;
    private Hosts hosts;
    private RunRecord undisturbed = new RunRecord(Map.of());

    /** @param taskType the kind of step in whose middle a host is cut off */
    private record Cut(String taskType, CutOff how) {
        String moment() {
            return how.moment(taskType);
        }
    }

    @BeforeAll
    void undisturbed(@TempDir Path folder) throws Exception {
        boolean possible = HostNetwork.possible();
        if ("required".equals(System.getenv("PLANKTON_HOSTS"))) {
            assertThat(possible)
                    .as("PLANKTON_HOSTS, while no network can be made")
                    .isTrue();
        }
        assumeTrue(possible, "Several hosts need root and the command ip, which may make network namespaces.");
        system = new FaultySystem(folder);
        FaultyRun.shortenLeases(system.stack().conductorUrl());
        SmallestRun.upload(system, folder);
        try (FaultyRun run = start(SmallestRun.WORKFLOW, Map.of())) {
            hosts = new Hosts(system, folder);
            run.complete();
            assertThat(run.retries()).isZero();
            undisturbed = RunRecord.of(system, run.id());
        }
        assertThat(undisturbed.rows())
                .allSatisfy((view, rows) -> assertThat(rows).as(view).isNotEmpty());
    }

    @AfterAll
    void stop() throws Exception {
        if (hosts != null) {
            hosts.close();
        }
        if (system != null) {
            system.close();
        }
    }

    static Stream<List<Cut>> runs() {
        return FaultMatrixTest.all() ? RUNS.stream() : RUNS.stream().limit(1);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void whicheverHostIsCutOffTheRunCompletesAsIfNoneWere(List<Cut> cuts) throws Exception {
        hosts.forgetHolds();
        system.forgetResults();
        for (Cut cut : cuts) {
            hosts.hold(cut.moment());
        }
        try (FaultyRun run = start(SmallestRun.WORKFLOW, Map.of())) {
            for (Cut cut : cuts) {
                cutOff(cut, run);
            }
            assertThat(run.complete().getStatus()).isEqualTo(WorkflowStatus.COMPLETED);
            assertThat(run.retries()).as("pressed retry").isZero();
            RunRecord.of(system, run.id())
                    .rows()
                    .forEach((view, rows) -> assertThat(rows)
                            .as(view)
                            .containsExactlyElementsOf(undisturbed.rows().get(view)));
            Leftovers.none(system, run.id());
            allHostsWork();
        }
    }

    private void cutOff(Cut cut, FaultyRun run) throws Exception {
        run.until(cut.taskType(), () -> !hosts.held(cut.moment()).isEmpty());
        Host host = hosts.held(cut.moment()).getFirst();
        host.cut();
        Instant start = Instant.now();
        if (cut.how().worksOn()) {
            hosts.release(cut.moment());
        } else {
            for (Host other : hosts.all()) {
                if (other != host) {
                    other.holds().release(cut.moment());
                }
            }
        }
        run.until("another host with " + cut, () -> takenOver(host, cut, run));
        host.heal();
        hosts.release(cut.moment());
        System.out.printf(
                "host %d, cut off: %s, %s; another one took over after %d s%n",
                host.number(),
                cut.taskType(),
                cut.how(),
                Duration.between(start, Instant.now()).toSeconds());
    }

    /** Whether another host has begun what this one was cut off from or, unless it works on, has done it. */
    private boolean takenOver(Host host, Cut cut, FaultyRun run) throws Exception {
        return !system.query("""
                select other.task_id
                from history.step_attempt mine join history.step_attempt other using (workflow_id, reference_name)
                where mine.run_id = '%s' and mine.task_type = '%s' and mine.worker like '%s'
                  and other.attempt > mine.attempt and other.worker not like '%3$s' and other.status in (%s)
                """.formatted(
                        run.id(),
                        cut.taskType(),
                        host.workerPattern(),
                        cut.how() == CutOff.WORKS_ON ? "'RUNNING', 'COMPLETED', 'REUSED'" : "'COMPLETED', 'REUSED'"))
                .isEmpty();
    }

    /** Holds the steps of another dataset until each host has one, those that were healed too. */
    private void allHostsWork() throws Exception {
        hosts.forgetHolds();
        hosts.hold(PREPROCESS);
        try (FaultyRun run = start("plankton_dataset", Map.of("side", OTHER_SIDE))) {
            run.until("steps on all hosts", () -> hosts.held(PREPROCESS).size() == Hosts.COUNT);
            hosts.release(PREPROCESS);
            run.complete();
            assertThat(run.retries()).isZero();
            if (hosts.fast().isPresent()) {
                assertThat(startedInFuture(hosts.fast().get(), run))
                        .as("steps by the fast clock")
                        .isNotEmpty();
            }
        }
    }

    private List<String> startedInFuture(Host host, FaultyRun run) throws SQLException {
        return system.query("""
                select task_id from history.step_attempt
                where run_id = '%s' and worker like '%s' and started_at > now() + interval '4 minutes'
                """.formatted(run.id(), host.workerPattern()));
    }

    private FaultyRun start(String workflow, Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>(SmallestRun.INPUT);
        input.put("shardImages", SHARD_IMAGES);
        input.putAll(more);
        if (workflow.equals("plankton_dataset")) {
            input.keySet().retainAll(List.of("dataset", "side", "shardImages"));
        }
        return new FaultyRun(system.stack().conductorUrl(), workflow, input);
    }
}
