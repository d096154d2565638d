package dev.plankton.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.netflix.conductor.common.run.Workflow.WorkflowStatus;
import dev.plankton.contracts.ids.StoreKeys;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault at every kind of step. A run has five of the faults, one at each kind of step. Nine runs make the whole
 * matrix. The property {@code plankton.faults} chooses: {@code all}, or the numbers of some runs; without it three of
 * them make a third of the matrix.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultMatrixTest {
    private static final List<String> COLUMNS = List.of("preprocess", "train", "evaluate", "analyse", "report");
    private static final List<String> ANALYSES = List.of(
            "plankton_classifier", "plankton_pca", "plankton_relations", "plankton_dendrogram", "plankton_projector");

    private final Matrix matrix = new Matrix(COLUMNS);
    private FaultySystem system;
    private String undisturbedId = "";
    private RunRecord undisturbed = new RunRecord(Map.of());

    @BeforeAll
    void undisturbed(@TempDir Path folder) throws Exception {
        system = new FaultySystem(folder);
        FaultyRun.shortenLeases(system.stack().conductorUrl());
        SmallestRun.upload(system, folder);
        system.startWorker();
        try (FaultyRun run = start()) {
            run.complete();
            assertThat(run.retries()).isZero();
            undisturbed = RunRecord.of(system, run.id());
            undisturbedId = run.id();
        }
        assertThat(undisturbed.rows())
                .allSatisfy((view, rows) -> assertThat(rows).as(view).isNotEmpty());
        assertThat(undisturbed.rows().get("checkpoint")).hasSize(2);
    }

    @AfterAll
    void stop() throws Exception {
        matrix.print(Path.of("target", "fault-matrix.md"));
        system.close();
    }

    /** Whether the whole matrix is run. */
    static boolean all() {
        return System.getProperty("plankton.faults", "").equals("all");
    }

    static IntStream runs() {
        return switch (System.getProperty("plankton.faults", "third")) {
            case "third" -> IntStream.of(0, 3, 6);
            case "all" -> IntStream.range(0, Fault.values().length);
            case String numbers -> List.of(numbers.split(",")).stream().mapToInt(Integer::parseInt);
        };
    }

    @ParameterizedTest
    @MethodSource("runs")
    void whateverFailsTheRunCompletesAsIfNothingHad(int number) throws Exception {
        List<String> taskTypes = List.of(
                "plankton_preprocess",
                "plankton_train",
                "plankton_evaluate",
                ANALYSES.get(number % ANALYSES.size()),
                "plankton_report");
        system.forget();
        for (String taskType : taskTypes) {
            system.holds().hold(taskType);
        }
        system.startWorker();
        try (FaultyRun run = start()) {
            for (int i = 0; i < taskTypes.size(); i++) {
                String taskType = taskTypes.get(i);
                run.until(taskType, () -> system.holds().held(taskType) > 0);
                matrix.end(run.retries());
                Fault fault = Fault.values()[(number + i) % Fault.values().length];
                matrix.begin(fault, COLUMNS.get(i), run.retries());
                fault.strike(system, run, taskType);
            }
            assertThat(run.complete().getStatus()).isEqualTo(WorkflowStatus.COMPLETED);
            matrix.end(run.retries());
            RunRecord.of(system, run.id())
                    .rows()
                    .forEach((view, rows) -> assertThat(rows)
                            .as(view)
                            .containsExactlyElementsOf(undisturbed.rows().get(view)));
            Leftovers.none(system, run.id());
            aCleanUpFindsEverything(run.id());
        }
    }

    private FaultyRun start() {
        return new FaultyRun(system.stack().conductorUrl(), SmallestRun.WORKFLOW, SmallestRun.INPUT);
    }

    /** Exactly the artifacts that the history lists stay in the store: the champion, and what it was made from. */
    private void aCleanUpFindsEverything(String run) throws Exception {
        int before = Leftovers.names(system, StoreKeys.ARTIFACTS).size();
        try (FaultyRun cleanUp = new FaultyRun(
                system.stack().conductorUrl(),
                "plankton_cleanup",
                Map.of("drop", List.of(undisturbedId, run), "dryRun", false))) {
            cleanUp.complete();
        }
        assertThat(Leftovers.names(system, StoreKeys.ARTIFACTS))
                .hasSizeLessThan(before)
                .containsExactlyInAnyOrderElementsOf(
                        system.query("select artifact_id from history.artifact where deleted_at is null"));
    }
}
