package dev.plankton.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.netflix.conductor.common.run.Workflow;
import com.netflix.conductor.common.run.Workflow.WorkflowStatus;
import dev.plankton.local.SmallRun;
import dev.plankton.local.TestSystem;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the walks through Conductor's UI share.
 *
 * @param browser that has shown the token
 */
record Walk(TestSystem system, Browser browser) {
    private static final String EMBEDDING = "plankton_embedding";
    private static final List<String> IN_THE_FORM = List.of("dataset", "rounds");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private URI gateway() {
        return URI.create(system.state().gateway());
    }

    RunForm form() {
        return new RunForm(browser, gateway());
    }

    RunPage page() {
        return new RunPage(browser, gateway());
    }

    RunForm embedding() throws IOException, InterruptedException {
        return form().open(EMBEDDING);
    }

    /** The form with the lines of a small run that it does not show, and with other values for some of them. */
    RunForm smallRun(Map<String, Object> others) throws IOException, InterruptedException {
        List<String> lines = SmallRun.INPUT.entrySet().stream()
                .filter(entry -> !IN_THE_FORM.contains(entry.getKey()))
                .map(entry ->
                        "\"%s\": %s".formatted(entry.getKey(), others.getOrDefault(entry.getKey(), entry.getValue())))
                .sorted()
                .toList();
        return embedding().add(lines);
    }

    /** Waits for the end of a run, and for its page to tell it. */
    Workflow completed(String run) throws IOException, InterruptedException {
        Workflow ended = system.await(run);
        assertThat(ended.getStatus()).as(ended.getReasonForIncompletion()).isEqualTo(WorkflowStatus.COMPLETED);
        page().open(run).shows("Completed");
        return ended;
    }

    /** Waits until a query has a row. */
    void await(String what, String sql) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (system.query(sql).isEmpty()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            Thread.sleep(50);
        }
    }
}
