package dev.plankton.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plankton.embedded.EmbeddedStack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Many runs of the whole workflow, a few at a time. */
@ExtendWith(StackExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SweepTest {
    private static final String UNDER_WAY = """
            select run_id from plankton.run
            where workflow = 'plankton_embedding' and status = 'RUNNING'
              and started_at >= (select started_at from plankton.run where run_id = ?)
            order by started_at
            """;
    private static final int TO_BEGIN_MILLIS = 3_000;

    private StubSystem system;

    @BeforeAll
    void start(EmbeddedStack stack, @TempDir Path folder) throws IOException, InterruptedException {
        system = new StubSystem(stack, folder);
    }

    @AfterAll
    void stop() {
        system.close();
    }

    @Test
    void eachCombinationIsARunOfItsOwnAndTwoAreUnderWayAtOnce() throws Exception {
        String sweep = system.start(
                "plankton_sweep",
                Map.of(
                        "rounds", 1,
                        "parallel", 2,
                        "grid", "{\"margin\": [0.1, 0.2], \"loss\": [\"standard\", \"geometric\"]}"));
        List<String> released = new ArrayList<>();
        while (released.size() < 4) {
            awaitRuns(sweep, 1);
            Thread.sleep(TO_BEGIN_MILLIS); // if there were more, they would have begun by now
            List<String> waiting = system.query(UNDER_WAY, sweep);
            assertThat(waiting).hasSizeBetween(1, 2);
            for (String run : waiting) {
                if (!released.contains(run)) {
                    system.script().breakOnce(run, released.isEmpty() ? "train 1" : "nothing");
                    released.add(run);
                }
            }
        }

        JsonNode ended = system.runs().await(sweep);
        assertThat(ended.path("status").asText())
                .as(ended.path("reasonForIncompletion").asText())
                .isEqualTo("COMPLETED");
        JsonNode output = ended.path("output");
        assertThat(output.path("completed").asInt()).isEqualTo(3);
        assertThat(output.path("failed").asInt()).isEqualTo(1);
        assertThat(output.path("ranking")).hasSize(4);
        assertThat(output.path("ranking").findValuesAsText("run")).containsExactlyInAnyOrderElementsOf(released);
        JsonNode last = output.path("ranking").get(3);
        assertThat(last.path("run").asText()).isEqualTo(released.getFirst());
        assertThat(last.path("status").asText()).isEqualTo("FAILED");
        assertThat(last.path("reason").asText()).contains("Step train 1 is broken.");
        assertThat(output.path("ranking").findValuesAsText("margin"))
                .containsExactlyInAnyOrder("0.1", "0.1", "0.2", "0.2");
        assertThat(output.path("best").asText())
                .isEqualTo(output.path("ranking").get(0).path("run").asText());
        for (String run : released.subList(1, 4)) {
            assertThat(system.history(run)).isEqualTo("COMPLETED " + StubSteps.REPORT);
            assertThat(system.times(run)).containsEntry("train 1", 1L).containsEntry("report", 1L);
        }
        assertThat(system.history(sweep)).startsWith("COMPLETED");
        assertThat(system.times(sweep))
                .containsOnlyKeys("dataset_import", "preprocess 0", "preprocess 1", "preprocess 2", "split");
        assertThat(system.query("select run_id from history.sweep_run where sweep_id = ? order by number", sweep))
                .containsExactlyInAnyOrderElementsOf(released);
    }

    private void awaitRuns(String sweep, int count) throws Exception {
        for (int i = 0; i < 600 && system.query(UNDER_WAY, sweep).size() < count; i++) {
            Thread.sleep(100);
        }
    }

    @Test
    void aCombinationThatCannotWorkFailsBeforeAnyWork() throws Exception {
        assertThat(reason(Map.of("margn", List.of(1))))
                .contains("grid: with margn=1, plankton_embedding has no input 'margn'; did you mean margin?");
        assertThat(reason(Map.of("margin", List.of(0.1, -1))))
                .contains("grid: with margin=-1, margin is -1; it must be a number above 0");
        assertThat(reason(Map.of("margin", List.of()))).contains("grid is {margin=[]}; it must be a map like");
    }

    private String reason(Map<String, Object> grid) throws Exception {
        String sweep = system.start("plankton_sweep", Map.of("loss", "standard", "grid", grid));
        JsonNode ended = system.runs().await(sweep);
        assertThat(ended.path("status").asText()).isEqualTo("FAILED");
        assertThat(system.times(sweep)).isEmpty();
        return ended.path("reasonForIncompletion").asText();
    }
}
