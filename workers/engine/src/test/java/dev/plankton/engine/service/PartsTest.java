package dev.plankton.engine.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.json.Json;
import dev.plankton.engine.step.StepContext;
import dev.plankton.engine.store.ArtifactStore;
import dev.plankton.engine.store.Artifacts;
import dev.plankton.engine.store.S3ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Steps that consist of parts, on the real Conductor, PostgreSQL and S3 store. */
@ExtendWith(Stack.Shared.class)
class PartsTest {
    @TempDir
    Path state;

    private final List<String> done = new CopyOnWriteArrayList<>();
    private final List<ArtifactId> made = new CopyOnWriteArrayList<>();

    private Stack stack;
    private Conductors conductor;
    private String name;

    @BeforeEach
    void nameOfItsOwn(Stack shared) {
        stack = shared;
        conductor = shared.conductor();
        name = "parts_" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** The result of one part. */
    private record Letter(ArtifactId artifact) {}

    /** One part for each letter of the input. */
    private TextStep spelling(AtomicInteger failures) {
        return new TextStep(name, (input, context) -> {
            List<String> ids = new ArrayList<>();
            for (String letter : input.text().split("")) {
                if (letter.equals("!") && failures.getAndDecrement() > 0) {
                    throw new IOException("the disk is full");
                }
                ids.add(letter(letter, context).artifact().sha256());
            }
            return TextStep.publish(String.join(" ", ids), context);
        });
    }

    private Letter letter(String letter, StepContext context) throws IOException, InterruptedException {
        ArtifactId source = context.publish("source", Files.writeString(state.resolve("source"), name));
        return context.part(Json.digest(name, letter), Letter.class, artifacts -> {
            artifacts.uses(source);
            return published(letter, artifacts);
        });
    }

    private Letter published(String letter, Artifacts artifacts) throws IOException, InterruptedException {
        done.add(letter);
        ArtifactId id = artifacts.publish("letter", Files.writeString(state.resolve(letter), name + letter));
        made.add(id);
        return new Letter(id);
    }

    private String run(String text) throws Exception {
        String id = conductor.start(name, Map.of("text", text));
        assertThat(conductor.await(id)).isEqualTo("COMPLETED");
        return id;
    }

    private void register(TextStep step) throws Exception {
        conductor.registerTask(step.type().name(), 1, 3_600);
        conductor.registerChain(name, List.of(step.type().name()));
    }

    private WorkerService start(TextStep step) throws IOException {
        return WorkerService.start(stack.config(state, 1, Optional.empty()), List.of(step));
    }

    @Test
    void aSecondAttemptDoesOnlyTheRest() throws Exception {
        TextStep step = spelling(new AtomicInteger(1));
        register(step);
        try (WorkerService service = start(step)) {
            run("abc!");
            assertThat(step.runs()).isEqualTo(2);
            assertThat(done).containsExactly("a", "b", "c", "!");
        }
    }

    @Test
    void anotherTaskFindsTheSamePart() throws Exception {
        TextStep step = spelling(new AtomicInteger());
        register(step);
        try (WorkerService service = start(step)) {
            run("ab");
            String second = run("bad");
            assertThat(done).containsExactly("a", "b", "d");
            // So does the way back from what it found to what that was made of.
            assertThat(stack.history().inputs(second, made.getFirst().sha256())).hasSize(1);
            // What a run keeps includes the parts that it found.
            assertThat(stack.history().artifacts(second))
                    .contains(
                            made.get(0).sha256(),
                            made.get(1).sha256(),
                            made.get(2).sha256());
        }
    }

    @Test
    void aDamagedPartIsDoneAgain() throws Exception {
        TextStep step = spelling(new AtomicInteger());
        register(step);
        try (WorkerService service = start(step);
                S3ObjectStore store = new S3ObjectStore(stack.store())) {
            run("ab");
            store.put(
                    ArtifactStore.key(made.getFirst()), Files.writeString(state.resolve("damage"), "x"), "text/plain");
            run("abc");
            assertThat(done).containsExactly("a", "b", "a", "c");
        }
    }
}
