package dev.plankton.engine.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.embedded.EmbeddedConductor;
import dev.plankton.engine.metrics.Metrics;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A service that is told of new tasks, on the real Conductor and PostgreSQL. */
@ExtendWith(Stack.Shared.class)
class AnnouncementsTest {
    @TempDir
    Path state;

    private final String name =
            "plankton_announced_" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void asksSeldomAndYetTakesANewTaskSoon(Stack stack) throws Exception {
        Conductors conductor = stack.conductor();
        conductor.registerTask(name, 0, 3_600);
        conductor.registerChain(name, List.of(name));
        ServiceConfig told = announced(stack.config(state, 1, Optional.empty()));
        try (Metrics metrics = Metrics.open(Optional.empty());
                WorkerService service = WorkerService.start(told, List.of(TextStep.publishing(name)), metrics)) {
            Thread.sleep(8_000); // the pauses grow
            double before = polls(metrics);
            Thread.sleep(6_000);
            assertThat(polls(metrics) - before).isLessThanOrEqualTo(1); // without announcements: twelve

            long begun = System.nanoTime();
            String run = conductor.start(name, Map.of("text", "salp"));
            awaitStep(stack, run);
            assertThat((System.nanoTime() - begun) / 1e9).isLessThan(10); // the pause that begins now is longer
            assertThat(service).isNotNull();
        }
    }

    @Test
    void threeHundredRunsThatAreStartedAtOnceAllComplete(Stack stack) throws Exception {
        Conductors conductor = stack.conductor();
        conductor.registerTask(name, 0, 3_600);
        conductor.registerChain(name, List.of(name));
        TextStep step = TextStep.publishing(name);
        List<String> runs;
        try (WorkerService service =
                        WorkerService.start(announced(stack.config(state, 4, Optional.empty())), List.of(step));
                ExecutorService users = Executors.newFixedThreadPool(8)) {
            List<Future<String>> started = users.invokeAll(IntStream.range(0, 300)
                    .<Callable<String>>mapToObj(i -> () -> conductor.start(name, Map.of("text", "salp " + i)))
                    .toList());
            runs = new ArrayList<>();
            for (Future<String> run : started) {
                runs.add(run.get());
            }
            for (String run : runs) {
                assertThat(conductor.await(run)).isEqualTo("COMPLETED");
            }
            assertThat(service).isNotNull();
        }
        assertThat(runs).doesNotHaveDuplicates().hasSize(300);
        assertThat(step.runs()).isEqualTo(300);
    }

    private static double polls(Metrics metrics) {
        return metrics.registry().find("plankton.polls").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private static void awaitStep(Stack stack, String run) throws Exception {
        for (int i = 0; i < 300 && !done(stack, run); i++) {
            Thread.sleep(50);
        }
        assertThat(done(stack, run)).isTrue();
    }

    private static boolean done(Stack stack, String run) throws SQLException {
        return stack.history().steps(run).stream().anyMatch(step -> step.contains("COMPLETED"));
    }

    private static ServiceConfig announced(ServiceConfig config) {
        return new ServiceConfig(
                config.conductor(),
                config.store(),
                config.database(),
                config.stateFolder(),
                config.threads(),
                config.taskDomain(),
                Optional.of(EmbeddedConductor.SCHEMA),
                Optional.empty());
    }
}
