package dev.plankton.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** Starts and follows workflows as the Conductor UI does. */
final class Runs {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration TAKEN_UP_WITHIN = Duration.ofSeconds(20);
    private static final int LOOK_EVERY_MILLIS = 100;

    private static final int PERSONS_DELAY_MILLIS = 2000;

    private final ConductorApi api;

    Runs(ConductorApi api) {
        this.api = api;
    }

    JsonNode definition(String workflow) throws IOException, InterruptedException {
        return api.get("metadata/workflow/" + workflow).orElseThrow();
    }

    String start(String workflow, JsonNode input) throws IOException, InterruptedException {
        return api.call("POST", "workflow/" + workflow, input.toString()).strip();
    }

    /**
     * Presses one of the UI's two buttons, as late as a person would: right after the end of a run, the server is still
     * cancelling tasks. If a sub-workflow is resumed, the server answers before it has resumed the run itself, which
     * still has the status of its end until then.
     */
    void retry(String runId, boolean resumeSubworkflows) throws IOException, InterruptedException {
        Thread.sleep(PERSONS_DELAY_MILLIS);
        String ended = ending(runId);
        api.call("POST", "workflow/%s/retry?resumeSubworkflowTasks=%s".formatted(runId, resumeSubworkflows), "");
        Instant patience = Instant.now().plus(TAKEN_UP_WITHIN);
        while (ending(runId).equals(ended) && Instant.now().isBefore(patience)) {
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    /**
     * A text that is different for each end of a run, because each has another reason. The time of the end would not do:
     * it was seen to change while the run still stood as ended.
     */
    private String ending(String runId) throws IOException, InterruptedException {
        JsonNode run = api.get("workflow/" + runId + "?includeTasks=false").orElseThrow();
        return run.path("status").asText() + ": "
                + run.path("reasonForIncompletion").asText();
    }

    /** Waits until the run has ended in one way or another. */
    JsonNode await(String runId) throws IOException, InterruptedException {
        Instant patience = Instant.now().plus(PATIENCE);
        while (true) {
            JsonNode run = api.get("workflow/" + runId + "?includeTasks=false").orElseThrow();
            if (!run.path("status").asText().equals("RUNNING") || Instant.now().isAfter(patience)) {
                return run;
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }
}
