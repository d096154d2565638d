package dev.plankton.engine.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.contracts.BadInputException;
import dev.plankton.engine.step.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Tiny steps in tiny workflows on the real Conductor, PostgreSQL and S3 store. */
@ExtendWith(Stack.Shared.class)
class WorkerServiceTest {
    private static final Map<String, String> INPUT = Map.of("text", "copepod");

    @TempDir
    Path state;

    private Stack stack;
    private Conductors conductor;
    private String name;

    @BeforeEach
    void nameOfItsOwn(Stack shared) {
        stack = shared;
        conductor = shared.conductor();
        name = "test_" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void finishedStepsAreFoundAgainAndSqlSaysSo() throws Exception {
        List<TextStep> steps = IntStream.range(0, 10)
                .mapToObj(i -> TextStep.publishing(name + "_" + i))
                .toList();
        try (WorkerService service = start(4, steps)) {
            String first = run(steps);
            assertThat(conductor.await(first)).isEqualTo("COMPLETED");
            String second = conductor.start(name, INPUT);
            assertThat(conductor.await(second)).isEqualTo("COMPLETED");

            assertThat(steps).allSatisfy(step -> assertThat(step.runs()).isOne());
            assertThat(steps).allSatisfy(step -> assertThat(step.records()).isEqualTo(2));
            assertThat(stack.history().steps(first)).hasSize(10).allMatch(step -> step.endsWith(" COMPLETED"));
            assertThat(stack.history().steps(second)).hasSize(10).allMatch(step -> step.endsWith(" REUSED"));
            assertThat(stack.history().keys(second))
                    .isEqualTo(stack.history().keys(first))
                    .allMatch(key -> key.length() == 64);
            assertThat(conductor.tasks(second).getLast().get("outputData"))
                    .isEqualTo(conductor.tasks(first).getLast().get("outputData"));

            String other = conductor.start(name, Map.of("text", "jelly"));
            assertThat(conductor.await(other)).isEqualTo("COMPLETED");
            assertThat(steps).allSatisfy(step -> assertThat(step.runs()).isEqualTo(2));
        }
    }

    @Test
    void badInputEndsTheRunWithOneSentenceAndWithoutRetries() throws Exception {
        TextStep step = new TextStep(name, (input, context) -> {
            throw new BadInputException("The folder 'x' is empty; put images into it.");
        });
        try (WorkerService service = start(1, List.of(step))) {
            String id = run(List.of(step));

            assertThat(conductor.await(id)).isEqualTo("FAILED");
            assertThat(conductor.tasks(id)).singleElement().satisfies(task -> {
                assertThat(task.get("status")).isEqualTo("FAILED_WITH_TERMINAL_ERROR");
                assertThat(task.get("reasonForIncompletion")).isEqualTo("The folder 'x' is empty; put images into it.");
            });
            assertThat(stack.history().run(id)).isEqualTo("FAILED: The folder 'x' is empty; put images into it.");
            assertThat(stack.history().steps(id))
                    .containsExactly(name + " REJECTED: The folder 'x' is empty; put images into it.");
        }
    }

    /** PostgreSQL, and so Conductor and the run history, refuse text with a NUL. */
    @Test
    void aNulInATextDoesNotKeepARunFromEnding() throws Exception {
        TextStep step = new TextStep(name, (input, context) -> {
            context.log("Reads class '\0'.");
            throw new BadInputException("Class 'cope\0pod' is empty.");
        });
        try (WorkerService service = start(1, List.of(step))) {
            String id = run(List.of(step));

            assertThat(conductor.await(id)).isEqualTo("FAILED");
            assertThat(conductor.tasks(id).getLast().get("reasonForIncompletion"))
                    .isEqualTo("Class 'cope\uFFFDpod' is empty.");
            assertThat(stack.history().run(id)).isEqualTo("FAILED: Class 'cope\uFFFDpod' is empty.");
            assertThat(stack.history().steps(id)).containsExactly(name + " REJECTED: Class 'cope\uFFFDpod' is empty.");
        }
    }

    @Test
    void anInputThatLacksAValueIsRejected() throws Exception {
        TextStep step = TextStep.publishing(name);
        try (WorkerService service = start(1, List.of(step))) {
            register(List.of(step));
            String id = conductor.start(name, Map.of());

            assertThat(conductor.await(id)).isEqualTo("FAILED");
            assertThat(stack.history().run(id))
                    .isEqualTo("FAILED: The input of %s lacks 'text'; give it a value.".formatted(name));
            assertThat(step.runs()).isZero();
        }
    }

    @Test
    void passingTroubleIsTriedAgainAndTheRunGoesOn() throws Exception {
        CountDownLatch failures = new CountDownLatch(1);
        TextStep step = new TextStep(name, (input, context) -> {
            if (failures.getCount() > 0) {
                failures.countDown();
                throw new IOException("the disk is full\nfor now");
            }
            return TextStep.publish("done", context);
        });
        try (WorkerService service = start(1, List.of(step))) {
            String id = run(List.of(step));

            assertThat(conductor.await(id)).isEqualTo("COMPLETED");
            assertThat(stack.history().steps(id))
                    .containsExactly(name + " FAILED: the disk is full for now", name + " COMPLETED");
            assertThat(stack.history().run(id)).isEqualTo("RUNNING: ");
        }
    }

    @Test
    void troubleThatStaysFailsTheRunAndARetryOpensItAgain() throws Exception {
        CountDownLatch failures = new CountDownLatch(2);
        TextStep step = new TextStep(name, (input, context) -> {
            if (failures.getCount() > 0) {
                failures.countDown();
                throw new IOException("the disk is full");
            }
            return TextStep.publish("done", context);
        });
        try (WorkerService service = start(1, List.of(step))) {
            conductor.registerParent(name + "_parent", name);
            register(List.of(step));
            String id = conductor.start(name + "_parent", INPUT);

            assertThat(conductor.await(id)).isEqualTo("FAILED");
            assertThat(eventuallyRun(id, "FAILED")).isEqualTo("FAILED: the disk is full");
            conductor.retry(id);
            assertThat(conductor.await(id)).isEqualTo("COMPLETED");
            assertThat(stack.history().run(id)).isEqualTo("RUNNING: ");
            assertThat(stack.history().steps(id)).hasSize(3).last().isEqualTo(name + " COMPLETED");
        }
    }

    @Test
    void terminatingTheWorkflowStopsALoopOfPlainJava() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        TextStep step = new TextStep(name, (input, context) -> {
            begun.countDown();
            try {
                while (true) {
                    context.checkCancelled();
                    Thread.onSpinWait();
                }
            } finally {
                ended.countDown();
            }
        });
        try (WorkerService service = start(1, List.of(step))) {
            String id = run(List.of(step));
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

            conductor.terminate(id, "not needed any more");

            assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(eventuallyRun(id, "TERMINATED")).isEqualTo("TERMINATED: not needed any more");
            assertThat(stack.history().steps(id)).containsExactly(name + " CANCELLED: cancelled");
        }
    }

    @Test
    void aStepOfThreeTimesItsLeaseStaysAlive() throws Exception {
        TextStep step = new TextStep(name, (input, context) -> {
            Thread.sleep(input.text().equals("short") ? 3_000 : 18_000);
            return TextStep.publish("slow", context);
        });
        try (WorkerService service = start(1, List.of(step))) {
            conductor.registerTask(name, 3, 6);
            conductor.registerChain(name, List.of(name));
            conductor.await(conductor.start(name, Map.of("text", "short"))); // all classes are loaded from here on
            String id = conductor.start(name, INPUT);
            for (Instant end = Instant.now().plus(Duration.ofSeconds(19));
                    Instant.now().isBefore(end); ) {
                conductor.decide(id); // Conductor by itself would look for lost leases only once a minute
                Thread.sleep(1_000);
            }

            assertThat(conductor.await(id)).isEqualTo("COMPLETED");
            assertThat(conductor.tasks(id)).hasSize(1);
        }
    }

    @Test
    void whoLostTheTaskCannotPublishItsResult() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch secondDone = new CountDownLatch(1);
        TextStep step = new TextStep(name, (input, context) -> {
            if (first.getCount() == 0) {
                return TextStep.publish("the second attempt", context);
            }
            first.countDown();
            awaitStubbornly(secondDone); // ignores its cancellation
            return TextStep.publish("the first attempt", context);
        });
        try (WorkerService service = start(2, List.of(step))) {
            String id = run(List.of(step));
            assertThat(first.await(20, TimeUnit.SECONDS)).isTrue();
            conductor.failTask(id, String.valueOf(conductor.tasks(id).getFirst().get("taskId")));
            assertThat(conductor.await(id)).isEqualTo("COMPLETED");
            Object output = conductor.tasks(id).getLast().get("outputData");
            secondDone.countDown();
            service.close();

            assertThat(conductor.tasks(id).getLast().get("outputData")).isEqualTo(output);
            assertThat(conductor.tasks(id).getFirst().get("status")).isEqualTo("FAILED");
            String again = conductor.start(name, INPUT);
            try (WorkerService other = start(1, List.of(step))) {
                assertThat(conductor.await(again)).isEqualTo("COMPLETED");
            }
            assertThat(conductor.tasks(again).getLast().get("outputData")).isEqualTo(output);
        }
    }

    @Test
    void aStoppedServiceHandsItsTaskBack() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        TextStep endless = new TextStep(name, (input, context) -> {
            begun.countDown();
            while (true) {
                context.checkCancelled();
                Thread.sleep(20);
            }
        });
        String id;
        try (WorkerService service = start(1, List.of(endless))) {
            id = run(List.of(endless));
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(scratchFolders()).isEmpty();
        try (WorkerService service = start(1, List.of(TextStep.publishing(name)))) {
            assertThat(conductor.await(id)).isEqualTo("COMPLETED");
        }
        assertThat(conductor.tasks(id)).hasSize(1);
        assertThat(stack.history().steps(id)).containsExactly(name + " COMPLETED");
    }

    @Test
    void aTaskGoesToTheWorkersOfItsDomainAlone() throws Exception {
        TextStep step = TextStep.publishing(name);
        conductor.registerParent(name + "_parent", name);
        register(List.of(step));
        Map<String, String> domains = Map.of(name, "gpu");
        String whole = conductor.start(name, INPUT, domains);
        String part = conductor.start(name + "_parent", Map.of("text", "krill"), domains);
        try (WorkerService everyday = start(1, List.of(step))) {
            String later = conductor.start(name, Map.of("text", "jelly"));
            assertThat(conductor.await(later)).isEqualTo("COMPLETED");
        }
        assertThat(step.runs()).isOne();
        String ofNoDomain = conductor.start(name, Map.of("text", "salp"));
        ServiceConfig config = stack.config(state, 1, Optional.of("gpu"));
        try (WorkerService gpu = WorkerService.start(config, List.of(step))) {
            assertThat(conductor.await(whole)).isEqualTo("COMPLETED");
            assertThat(conductor.await(part)).isEqualTo("COMPLETED");
        }
        assertThat(step.runs()).isEqualTo(3);
        assertThat(conductor.tasks(ofNoDomain).getFirst().get("status")).isEqualTo("SCHEDULED");
        conductor.terminate(ofNoDomain, "seen enough");
    }

    @Test
    void aResultThatConductorCouldNotTakeIsReportedAtTheNextStart() throws Exception {
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        TextStep step = new TextStep(name, (input, context) -> {
            begun.countDown();
            awaitStubbornly(stopped);
            return TextStep.publish("kept", context);
        });
        String id;
        try (WorkerService service = start(1, List.of(step))) {
            id = run(List.of(step));
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            stack.services().conductor().kill();
            stopped.countDown();
            awaitUnreported(1);
        }
        assertThat(unreported()).hasSize(1);
        stack.services().conductor().restart();
        try (WorkerService service = start(1, List.of())) {
            assertThat(conductor.await(id)).isEqualTo("COMPLETED");
            awaitUnreported(0);
        }
        assertThat(unreported()).isEmpty();
        assertThat(step.runs()).isOne();
    }

    private WorkerService start(int threads, List<? extends Step<?, ?>> steps) throws IOException {
        return WorkerService.start(stack.config(state, threads, Optional.empty()), List.copyOf(steps));
    }

    private void register(List<TextStep> steps) throws Exception {
        for (TextStep step : steps) {
            conductor.registerTask(step.type().name(), 1, 3_600);
        }
        conductor.registerChain(
                name, steps.stream().map(step -> step.type().name()).toList());
    }

    private String run(List<TextStep> steps) throws Exception {
        register(steps);
        return conductor.start(name, INPUT);
    }

    /** The end of a run is in the run history a moment later than in Conductor. */
    private String eventuallyRun(String id, String status) throws Exception {
        for (int i = 0; i < 100 && !stack.history().run(id).startsWith(status); i++) {
            Thread.sleep(50);
        }
        return stack.history().run(id);
    }

    private void awaitUnreported(int count) throws Exception {
        for (int i = 0; i < 200 && unreported().size() != count; i++) {
            Thread.sleep(50);
        }
    }

    private List<Path> unreported() throws IOException {
        try (Stream<Path> files = Files.list(state.resolve("unreported"))) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }

    private List<Path> scratchFolders() throws IOException {
        try (Stream<Path> files = Files.list(state.resolve("scratch"))) {
            return files.toList();
        }
    }

    private static void awaitStubbornly(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                // ignored on purpose
            }
        }
    }
}
