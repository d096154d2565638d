package dev.plankton.engine.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.netflix.conductor.client.http.ConductorClient;
import com.netflix.conductor.client.http.WorkflowClient;
import dev.plankton.db.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Runs that end while no worker runs one of their steps, on the real Conductor and PostgreSQL. */
@ExtendWith(Stack.Shared.class)
class EndedRunsTest {
    @TempDir
    Path state;

    private final String name = "ended_" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void theirEndIsNotedAndOnlyTheirs(Stack stack) throws Exception {
        Conductors conductor = stack.conductor();
        TextStep step = TextStep.publishing(name);
        conductor.registerTask(name, 0, 3_600);
        conductor.registerTask(name + "_nobody", 0, 3_600);
        conductor.registerChain(name, List.of(name, name + "_nobody"));
        ServiceConfig config = stack.config(state, 1, Optional.empty());
        List<String> runs;
        try (WorkerService service = WorkerService.start(config, List.of(step))) {
            runs = List.of(start(conductor), start(conductor), start(conductor), start(conductor));
            for (String run : runs) {
                awaitSteps(stack, run);
            }
        }
        conductor.terminate(runs.get(0), "not needed any more");
        conductor.terminate(runs.get(1), "to be deleted");
        conductor.remove(runs.get(1));
        conductor.pause(runs.get(2));

        ConductorClient client = Conductor.connect(config.conductor());
        WorkflowClient workflows = new WorkflowClient(client);
        try (Database database = Database.open(config.database());
                EndedRuns ended = new EndedRuns(workflows, database.history().runs(), Duration.ofSeconds(1))) {
            ended.start();
            await(stack, runs.get(0), "TERMINATED: not needed any more");
            await(
                    stack,
                    runs.get(1),
                    "FAILED: Conductor does not know the run any more; its history was deleted there.");
            Thread.sleep(2_000);
            assertThat(stack.history().run(runs.get(2))).isEqualTo("RUNNING: ");
            assertThat(stack.history().run(runs.get(3))).isEqualTo("RUNNING: ");
        } finally {
            workflows.close();
            client.shutdown();
        }
        conductor.terminate(runs.get(2), "seen enough");
        conductor.terminate(runs.get(3), "seen enough");
    }

    private String start(Conductors conductor) throws Exception {
        return conductor.start(name, Map.of("text", "salp"));
    }

    private static void awaitSteps(Stack stack, String run) throws Exception {
        for (int i = 0;
                i < 200
                        && stack.history().steps(run).stream()
                                .noneMatch(step -> step.contains("COMPLETED") || step.contains("REUSED"));
                i++) {
            Thread.sleep(50);
        }
        assertThat(stack.history().run(run)).isEqualTo("RUNNING: ");
    }

    private static void await(Stack stack, String run, String state) throws Exception {
        for (int i = 0; i < 200 && !stack.history().run(run).equals(state); i++) {
            Thread.sleep(50);
        }
        assertThat(stack.history().run(run)).isEqualTo(state);
    }
}
