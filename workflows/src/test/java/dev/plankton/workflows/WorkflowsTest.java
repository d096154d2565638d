package dev.plankton.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plankton.embedded.EmbeddedStack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the workflows do, whatever breaks. */
@ExtendWith(StackExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkflowsTest {
    private final ObjectMapper mapper = new ObjectMapper();
    private StubSystem system;
    private Script script;
    private Runs runs;

    @BeforeAll
    void start(EmbeddedStack stack, @TempDir Path folder) throws IOException, InterruptedException {
        system = new StubSystem(stack, folder);
        script = system.script();
        runs = system.runs();
    }

    @AfterAll
    void stop() {
        system.close();
    }

    @Test
    void theUntouchedFormRunsEverythingOnceAndInOrder() throws Exception {
        Map<String, Object> form = new HashMap<>();
        runs.definition("plankton_embedding").path("inputParameters").forEach(name -> form.put(name.asText(), ""));

        String run = runs.start("plankton_embedding", mapper.valueToTree(form));
        script.breakOnce(run);
        JsonNode ended = runs.await(run);

        assertThat(ended.path("status").asText()).isEqualTo("COMPLETED");
        assertThat(ended.path("output").path("datasetId").asText()).isEqualTo(StubSteps.DATASET);
        assertThat(ended.path("output").path("trainingId").asText()).isEqualTo(StubSteps.trainingId(6));
        assertThat(ended.path("output").path("report").asText()).isEqualTo(StubSteps.REPORT);
        assertThat(ended.path("output").path("accuracy").asDouble()).isEqualTo(0.6);
        assertThat(script.ran(run).stream().map(WorkflowsTest::withoutBranch).distinct())
                .containsSubsequence(
                        "dataset_import",
                        "preprocess",
                        "split",
                        "balance",
                        "features",
                        "train 0",
                        "evaluate 0",
                        "train 1",
                        "evaluate 1",
                        "train 2",
                        "evaluate 2",
                        "train 3",
                        "evaluate 3",
                        "train 4",
                        "evaluate 4",
                        "train 5",
                        "evaluate 5",
                        "train 6",
                        "evaluate 6",
                        "training_summary",
                        "report");
        assertThat(system.times(run).values()).containsOnly(1L);
        assertThat(system.times(run))
                .hasSize(4 + StubSteps.SHARDS + 14 + 2 + StubSteps.analyses().size());
        assertThat(system.history(run)).isEqualTo("COMPLETED " + StubSteps.REPORT);
    }

    /** The UI offers both: "retry from failed" does not resume sub-workflows, "retry, resume sub-workflow" does. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eitherKindOfRetryGoesOnWhereTheRunBroke(boolean resumeSubworkflows) throws Exception {
        List<String> breaks = List.of("preprocess 1", "train 2", "relations", "report");
        String run = runs.start("plankton_embedding", mapper.valueToTree(Map.of("rounds", 2)));
        script.breakOnce(run, breaks.toArray(String[]::new));

        for (String broken : breaks) {
            JsonNode ended = runs.await(run);
            assertThat(ended.path("status").asText()).isEqualTo("FAILED");
            assertThat(ended.path("reasonForIncompletion").asText()).contains("Step " + broken + " is broken.");
            runs.retry(run, resumeSubworkflows);
        }

        assertThat(runs.await(run).path("status").asText()).isEqualTo("COMPLETED");
        Map<String, Long> times = system.times(run);
        assertThat(breaks).allSatisfy(broken -> assertThat(times).containsEntry(broken, 2L));
        // tasks beside a failed branch may have been cancelled and started again; no others may
        Set<String> again = times.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        again.removeAll(breaks);
        again.removeAll(StubSteps.analyses());
        assertThat(again).allMatch(label -> label.matches("preprocess ."));
        assertThat(system.history(run)).isEqualTo("COMPLETED " + StubSteps.REPORT);
    }

    @Test
    void uploadedVectorsTakeThePlaceOfATraining() throws Exception {
        String run = runs.start("plankton_analysis", mapper.valueToTree(Map.of("vectors", "elsewhere")));
        script.breakOnce(run, "vector_evaluate", "report");

        for (String broken : List.of("vector_evaluate", "report")) {
            assertThat(runs.await(run).path("reasonForIncompletion").asText())
                    .contains("Step " + broken + " is broken.");
            runs.retry(run, false);
        }

        JsonNode ended = runs.await(run);
        assertThat(ended.path("status").asText()).isEqualTo("COMPLETED");
        assertThat(ended.path("output").path("accuracy").asDouble()).isEqualTo(0.9);
        assertThat(ended.path("output").path("testAccuracy").asDouble()).isEqualTo(0.8);
        assertThat(ended.path("output").path("datasetId").asText()).isEqualTo(StubSteps.DATASET);
        List<String> steps = new ArrayList<>(List.of("vector_import", "vector_evaluate", "report"));
        steps.addAll(StubSteps.analyses());
        assertThat(system.times(run)).containsOnlyKeys(steps);
        assertThat(system.history(run)).isEqualTo("COMPLETED " + StubSteps.REPORT);
    }

    @Test
    void trainingEndsEarlyWhenPatienceIsOver() throws Exception {
        String run = runs.start("plankton_embedding", mapper.valueToTree(Map.of("rounds", 5, "patience", 2)));
        script.breakOnce(run);

        endedAfterRoundThree(run);
        assertThat(system.times(run).values()).containsOnly(1L);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eitherKindOfRetryEndsAsEarlyAsAnUndisturbedRun(boolean resumeSubworkflows) throws Exception {
        List<String> breaks = List.of("evaluate 0", "train 2", "train 3", "evaluate 3");
        String run = runs.start(
                "plankton_training",
                mapper.valueToTree(Map.of("datasetId", StubSteps.DATASET, "rounds", 5, "patience", 2)));
        script.breakOnce(run, breaks.toArray(String[]::new));

        for (String broken : breaks) {
            assertThat(runs.await(run).path("reasonForIncompletion").asText())
                    .contains("Step " + broken + " is broken.");
            runs.retry(run, resumeSubworkflows);
        }

        endedAfterRoundThree(run);
        assertThat(system.times(run))
                .allSatisfy((label, count) -> assertThat(count).isEqualTo(breaks.contains(label) ? 2 : 1));
    }

    private void endedAfterRoundThree(String run) throws IOException, InterruptedException {
        JsonNode ended = runs.await(run);
        assertThat(ended.path("status").asText()).isEqualTo("COMPLETED");
        assertThat(ended.path("output").path("trainingId").asText()).isEqualTo(StubSteps.trainingId(3));
        assertThat(system.times(run)).containsKeys("train 3", "evaluate 3").doesNotContainKeys("train 4", "evaluate 4");
    }

    @Test
    void passingTroubleIsTriedAgain() throws Exception {
        String run = runs.start("plankton_embedding", mapper.valueToTree(Map.of("rounds", 1)));
        script.breakOnce(run, "passing train 1", "passing relations");

        assertThat(runs.await(run).path("status").asText()).isEqualTo("COMPLETED");
        assertThat(system.times(run))
                .containsEntry("train 1", 2L)
                .containsEntry("relations", 2L)
                .containsEntry("pca", 1L);
    }

    @Test
    void aBadInputFailsBeforeAnyWork() throws Exception {
        String run = runs.start("plankton_embedding", mapper.valueToTree(Map.of("learningRate", -1)));
        script.breakOnce(run);

        JsonNode ended = runs.await(run);

        assertThat(ended.path("status").asText()).isEqualTo("FAILED");
        assertThat(ended.path("reasonForIncompletion").asText())
                .contains("learningRate is -1; it must be a number above 0 and at most 10.");
        assertThat(script.ran(run)).isEmpty();
        assertThat(system.history(run)).startsWith("FAILED");
    }

    private static String withoutBranch(String label) {
        return label.replaceFirst("^preprocess .*", "preprocess");
    }
}
