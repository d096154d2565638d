package dev.plankton.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.netflix.conductor.common.run.Workflow.WorkflowStatus;
import dev.plankton.contracts.ids.StoreKeys;
import dev.plankton.contracts.ids.UploadName;
import dev.plankton.demodata.DemoData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    private static final Map<String, Object> INPUT = Map.ofEntries(
            Map.entry("dataset", "bay"),
            Map.entry("side", 64),
            Map.entry("shardImages", 100),
            Map.entry("rounds", 1),
            Map.entry("stepsPerEpoch", 6),
            Map.entry("epochsPerRound", 1),
            Map.entry("validationSteps", 1),
            Map.entry("warmupSteps", 2),
            Map.entry("networkSide", 32),
            Map.entry("classesPerBatch", 4),
            Map.entry("imagesPerClassInBatch", 2),
            Map.entry("classifierEpochs", 2),
            Map.entry("classifierUnits", 16),
            Map.entry("pcaFramesBetween", 0),
            Map.entry("relationsMaxImages", 20));

    private final Matrix matrix = new Matrix(COLUMNS);
    private FaultySystem system;
    private String undisturbedId = "";
    private RunRecord undisturbed = new RunRecord(Map.of());

    @BeforeAll
    void undisturbed(@TempDir Path folder) throws Exception {
        system = new FaultySystem(folder);
        FaultyRun.shortenLeases(system.stack().conductorUrl());
        Path images = Files.createDirectory(folder.resolve("images"));
        DemoData.generate(images, 7, 150);
        upload(images);
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

    private void upload(Path images) throws IOException {
        try (Stream<Path> files = Files.walk(images)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                system.objects()
                        .put(StoreKeys.upload(new UploadName("bay")) + images.relativize(file), file, "image/png");
            }
        }
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
            nothingIsLeftOver(run.id());
            aCleanUpFindsEverything(run.id());
        }
    }

    private FaultyRun start() {
        return new FaultyRun(system.stack().conductorUrl(), "plankton_embedding", INPUT);
    }

    private void nothingIsLeftOver(String run) throws Exception {
        assertThat(system.query(
                        "select reference_name from history.step_attempt where status = 'RUNNING' and run_id = '%s'"
                                .formatted(run)))
                .as("attempts without an end")
                .isEmpty();
        assertThat(system.objects().list(StoreKeys.SNAPSHOTS)).isEmpty();
        assertThat(names(StoreKeys.ARTIFACTS)).isSubsetOf(system.query("select artifact_id from history.artifact"));
        assertThat(names(StoreKeys.RESULTS))
                .isSubsetOf(system.query(
                        "select task_type || '/' || step_key || '.json' from history.step_attempt where run_id = '%s'"
                                .formatted(run)));
    }

    /** Exactly the artifacts that the history lists stay in the store: the champion, and what it was made from. */
    private void aCleanUpFindsEverything(String run) throws Exception {
        int before = names(StoreKeys.ARTIFACTS).size();
        try (FaultyRun cleanUp = new FaultyRun(
                system.stack().conductorUrl(),
                "plankton_cleanup",
                Map.of("drop", List.of(undisturbedId, run), "dryRun", false))) {
            cleanUp.complete();
        }
        assertThat(names(StoreKeys.ARTIFACTS))
                .hasSizeLessThan(before)
                .containsExactlyInAnyOrderElementsOf(
                        system.query("select artifact_id from history.artifact where deleted_at is null"));
    }

    private List<String> names(String prefix) throws IOException {
        return system.objects().list(prefix).stream()
                .map(object -> object.key().substring(prefix.length()))
                .toList();
    }
}
