package dev.plankton.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.plankton.embedded.EmbeddedStack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the buttons of Conductor's UI do to rounds that are finished, except the two kinds of retry of a run that failed
 * ({@link WorkflowsTest}). README.md shows it as a table.
 */
@ExtendWith(StackExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ButtonsTest {
    private static final int ROUNDS = 3;
    private static final Map<String, Object> TRAINING = Map.of("datasetId", StubSteps.DATASET, "rounds", ROUNDS);
    private static final int PERSONS_DELAY_MILLIS = 2_000;

    private StubSystem system;

    @BeforeAll
    void start(EmbeddedStack stack, @TempDir Path folder) throws IOException, InterruptedException {
        system = new StubSystem(stack, folder);
    }

    @AfterAll
    void stop() {
        system.close();
    }

    private void press(String method, String path, String body) throws Exception {
        Thread.sleep(PERSONS_DELAY_MILLIS);
        system.api().call(method, path, body);
        Thread.sleep(PERSONS_DELAY_MILLIS);
    }

    private void rerun(String workflow, String referenceName) throws Exception {
        press(
                "POST",
                "workflow/%s/rerun".formatted(workflow),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("reRunFromWorkflowId", workflow)
                        .put(
                                "reRunFromTaskId",
                                task(workflow, referenceName).path("taskId").asText())
                        .toString());
    }

    private JsonNode task(String workflow, String referenceName) throws Exception {
        JsonNode found = JsonNodeFactory.instance.missingNode();
        for (JsonNode task :
                system.api().get("workflow/" + workflow).orElseThrow().path("tasks")) {
            if (task.path("referenceTaskName").asText().equals(referenceName)) {
                found = task;
            }
        }
        assertThat(found.isMissingNode()).as(referenceName).isFalse();
        return found;
    }

    private void completed(String run) throws Exception {
        JsonNode ended = system.runs().await(run);
        assertThat(ended.path("status").asText())
                .as(ended.path("reasonForIncompletion").asText())
                .isEqualTo("COMPLETED");
    }

    /** @param again the steps that did their work twice */
    private void trainedOnce(String run, String... again) throws Exception {
        completed(run);
        JsonNode output = system.api().get("workflow/" + run).orElseThrow().path("output");
        assertThat(output.path("trainingId").asText()).isEqualTo(StubSteps.trainingId(ROUNDS));
        assertThat(system.times(run))
                .hasSize(2 * (ROUNDS + 1) + 2)
                .allSatisfy((label, times) ->
                        assertThat(times).as(label).isEqualTo(List.of(again).contains(label) ? 2 : 1));
        assertThat(system.history(run)).startsWith("COMPLETED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"settings", "balance", "begin", "finish"})
    void rerunFromATaskBesideTheLoopFindsFinishedRoundsAgain(String referenceName) throws Exception {
        String run = system.start("plankton_training", TRAINING);
        trainedOnce(run);
        rerun(run, referenceName);
        trainedOnce(run);
    }

    /**
     * The workflow variables are still those of the last round, so that round 1 looks new to stubs; the real steps go on
     * from round 0 nevertheless.
     */
    @Test
    void rerunFromTheLoopFindsFinishedRoundsAgain() throws Exception {
        String run = system.start("plankton_training", TRAINING);
        trainedOnce(run);
        rerun(run, "rounds");
        trainedOnce(run, "train 1", "evaluate 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"train__3", "evaluate__2", "train__1"})
    void rerunFromATaskInTheLoopOfARunThatFailedFindsFinishedRoundsAgain(String referenceName) throws Exception {
        String run = system.start("plankton_training", TRAINING, "train 3");
        assertThat(system.runs().await(run).path("status").asText()).isEqualTo("FAILED");
        rerun(run, referenceName);
        if (referenceName.equals("train__1")) { // evaluate 1 is given the training of a later round
            trainedOnce(run, "train 3", "evaluate 1");
        } else {
            trainedOnce(run, "train 3");
        }
    }

    /** Conductor 3.32.3 leaves the loop complete and does not check it again. */
    @Test
    void rerunFromATaskInTheLoopOfACompleteRunHangsUntilItIsTerminatedAndRestarted() throws Exception {
        String run = system.start("plankton_training", TRAINING);
        trainedOnce(run);
        rerun(run, "evaluate__3");
        awaitTask(run, "carry__3", "COMPLETED");
        system.api().call("PUT", "workflow/decide/" + run, "");
        Thread.sleep(PERSONS_DELAY_MILLIS);
        assertThat(system.api()
                        .get("workflow/" + run)
                        .orElseThrow()
                        .path("status")
                        .asText())
                .isEqualTo("RUNNING");
        press("DELETE", "workflow/%s?reason=it+hangs".formatted(run), "");
        press("POST", "workflow/%s/restart?useLatestDefinitions=true".formatted(run), "");
        trainedOnce(run);
    }

    @Test
    void rerunOfAPartFindsItsTasksAgain() throws Exception {
        String run = system.start("plankton_embedding", Map.of("rounds", 1));
        completed(run);
        Map<String, Long> before = system.times(run);
        rerun(run, "training");
        completed(run);
        assertThat(system.times(run)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void restartFindsFinishedRoundsAgain(boolean latestDefinition) throws Exception {
        String run = system.start("plankton_training", TRAINING, "train 2");
        assertThat(system.runs().await(run).path("status").asText()).isEqualTo("FAILED");
        press("POST", "workflow/%s/restart?useLatestDefinitions=%s".formatted(run, latestDefinition), "");
        completed(run);
        assertThat(system.times(run)).containsEntry("train 2", 2L);
        assertThat(system.times(run).entrySet().stream().filter(step -> step.getValue() > 1))
                .hasSize(1);
    }

    @Test
    void pauseLetsTheTaskUnderWayEndAndResumeGoesOn() throws Exception {
        String run = system.runs().start("plankton_training", system.json(TRAINING)); // its steps wait for the script
        awaitTask(run, "balance", "IN_PROGRESS");
        system.api().call("PUT", "workflow/%s/pause".formatted(run), "");
        system.script().breakOnce(run);
        awaitTask(run, "balance", "COMPLETED");
        Thread.sleep(PERSONS_DELAY_MILLIS);
        assertThat(system.times(run)).containsOnlyKeys("balance");
        assertThat(system.history(run)).startsWith("RUNNING");
        press("PUT", "workflow/%s/resume".formatted(run), "");
        trainedOnce(run);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTerminatedRunGoesOnAfterEitherKindOfRetry(boolean resumeSubworkflows) throws Exception {
        String run = system.runs().start("plankton_embedding", system.json(Map.of("rounds", 2)));
        system.script().breakOnce(run, "passing train 2"); // which is tried again only after some seconds
        String training = part(run, "training");
        awaitTask(training, "train__2", "FAILED");
        press("DELETE", "workflow/%s?reason=changed+my+mind".formatted(run), "");
        assertThat(system.runs().await(run).path("status").asText()).isEqualTo("TERMINATED");
        press("POST", "workflow/%s/retry?resumeSubworkflowTasks=%s".formatted(run, resumeSubworkflows), "");
        completed(run);
        Map<String, Long> times = system.times(run);
        assertThat(times)
                .containsEntry("train 2", 2L)
                .containsEntry("train 0", 1L)
                .containsEntry("train 1", 1L);
        assertThat(times).containsEntry("evaluate 1", 1L);
        assertThat(system.history(run)).isEqualTo("COMPLETED " + StubSteps.REPORT);
    }

    /** The sub-workflow, once it has begun. */
    private String part(String run, String referenceName) throws Exception {
        for (int i = 0; i < 600; i++) {
            for (JsonNode task :
                    system.api().get("workflow/" + run).orElseThrow().path("tasks")) {
                if (task.path("referenceTaskName").asText().equals(referenceName)
                        && !task.path("subWorkflowId").asText().isEmpty()) {
                    return task.path("subWorkflowId").asText();
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError(referenceName + " has not begun");
    }

    private void awaitTask(String workflow, String referenceName, String status) throws Exception {
        for (int i = 0; i < 600; i++) {
            for (JsonNode task :
                    system.api().get("workflow/" + workflow).orElseThrow().path("tasks")) {
                if (task.path("referenceTaskName").asText().equals(referenceName)
                        && task.path("status").asText().equals(status)) {
                    return;
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("%s is not %s".formatted(referenceName, status));
    }
}
