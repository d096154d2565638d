package dev.plankton.steps.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.StoreKeys;
import dev.plankton.contracts.tasks.TrainTask;
import dev.plankton.db.rows.ProgressRow;
import dev.plankton.engine.store.ObjectStore;
import dev.plankton.engine.testing.DrawnDataset;
import dev.plankton.engine.testing.LocalContext;
import dev.plankton.engine.testing.RecordedHistory;
import dev.plankton.network.engine.Engines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Rounds of {@link Inputs#STEPS} steps that are cut short and tried again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SnapshotsTest {
    private static final TrainConfig EVERY_FIFTH_STEP = new TrainConfig(0, 5);
    private static final int NEVER = 0;

    private Path artifacts;
    private TrainTask.Input round;
    private TrainTask.Output undisturbed;
    private Path folder;
    private ObjectStore objects;

    @BeforeAll
    void trainUndisturbed(@TempDir Path temporary) throws Exception {
        artifacts = temporary;
        LocalContext context = new LocalContext(artifacts);
        DrawnDataset drawn = DrawnDataset.publish(context, 4, 8, 3, 1, 40, 1);
        ArtifactId set = drawn.publishTrainingSet(context);
        TrainStep step = step(new TrainConfig(0, 0));
        TrainTask.Output first = context.run(step, Inputs.draw(drawn.id(), set));
        round = Inputs.round(1, drawn.id(), set, first.checkpoint());
        undisturbed = context.run(step, round);
    }

    @BeforeEach
    void emptyStore(@TempDir Path temporary) throws IOException {
        folder = temporary;
        objects = new LocalContext(folder).objects();
    }

    private static TrainStep step(TrainConfig config) {
        return new TrainStep(Engines.load(), config, new TickingClock());
    }

    /** What the attempt's log says. */
    private List<String> attempt(TrainConfig config, ObjectStore store, int cutAt) throws Exception {
        LocalContext[] running = new LocalContext[1];
        LocalContext context = new LocalContext(artifacts, store, new RecordedHistory() {
            @Override
            public void holds(Record told) {
                super.holds(told);
                if (told instanceof ProgressRow row && row.step() == cutAt) {
                    running[0].cancel();
                }
            }
        });
        running[0] = context;
        if (cutAt == NEVER) {
            TrainTask.Output output = context.run(step(config), round);
            assertThat(output)
                    .usingRecursiveComparison()
                    .ignoringFields("seconds")
                    .isEqualTo(undisturbed);
        } else {
            assertThatThrownBy(() -> context.run(step(config), round)).isInstanceOf(InterruptedException.class);
        }
        return context.lines();
    }

    private List<String> snapshots() throws IOException {
        return objects.list(StoreKeys.SNAPSHOTS).stream()
                .map(ObjectStore.StoredObject::key)
                .toList();
    }

    @Test
    void theNextAttemptGoesOnFromTheLastSnapshotAndTheFinishedRoundDeletesIt() throws Exception {
        attempt(EVERY_FIFTH_STEP, objects, 3);
        assertThat(snapshots()).isEmpty();
        attempt(EVERY_FIFTH_STEP, objects, 7);
        assertThat(snapshots()).singleElement().asString().matches("snapshots/[0-9a-f]{64}");
        assertThat(attempt(EVERY_FIFTH_STEP, objects, 11)).contains("continued after step 5 of 12");

        assertThat(attempt(EVERY_FIFTH_STEP, objects, NEVER)).contains("continued after step 10 of 12");
        assertThat(snapshots()).isEmpty();
    }

    @Test
    void timeAloneMayAskForSnapshots() throws Exception {
        attempt(new TrainConfig(20, 0), objects, 7);

        assertThat(attempt(new TrainConfig(0, 0), objects, NEVER)).contains("continued after step 6 of 12");
    }

    @Test
    void aDamagedSnapshotIsLeftAlone() throws Exception {
        attempt(EVERY_FIFTH_STEP, objects, 7);
        String key = snapshots().getFirst();
        byte[] bytes = objects.open(key).readAllBytes();
        bytes[bytes.length / 3] ^= 1;
        objects.put(key, Files.write(folder.resolve("damaged"), bytes), "");

        assertThat(attempt(EVERY_FIFTH_STEP, objects, NEVER))
                .anyMatch(line -> line.startsWith("The last attempt's snapshot is of no use, the round starts over: "))
                .noneMatch(line -> line.startsWith("continued after"));
    }

    @Test
    void aSnapshotOfAnotherNetworkIsLeftAlone() throws Exception {
        LocalContext context = new LocalContext(artifacts);
        TrainTask.Input larger =
                Inputs.input(round.datasetId(), round.trainingSet(), 0, 0, Optional.empty(), Inputs.SIDE + 8);
        ArtifactId other = context.run(step(EVERY_FIFTH_STEP), larger).checkpoint();
        attempt(EVERY_FIFTH_STEP, objects, 7);
        objects.put(snapshots().getFirst(), context.artifacts().fetch(other), "");

        assertThat(attempt(EVERY_FIFTH_STEP, objects, NEVER))
                .contains("The last attempt's snapshot is of another network; the round starts over.");
    }

    @Test
    void aRoundEndsWellWithoutAPlaceForSnapshots() throws Exception {
        assertThat(attempt(EVERY_FIFTH_STEP, new TroubledObjects(objects, true, false), NEVER))
                .contains("A snapshot could not be stored: the store is away");
    }

    @Test
    void measuresTellUpToWhenTheWorkIsSafe() throws Exception {
        LocalContext stored = new LocalContext(artifacts, objects, new RecordedHistory());
        stored.run(step(EVERY_FIFTH_STEP), round);
        Instant first = stored.measures().safe().getFirst();
        // The clock is asked twice in each step, and is two seconds later each time.
        assertThat(stored.measures().safe()).containsExactly(first, first.plusSeconds(16), first.plusSeconds(36));

        LocalContext away =
                new LocalContext(artifacts, new TroubledObjects(objects, true, false), new RecordedHistory());
        away.run(step(EVERY_FIFTH_STEP), round);
        assertThat(away.measures().safe()).hasSize(1);

        LocalContext without = new LocalContext(artifacts, objects, new RecordedHistory());
        without.run(step(new TrainConfig(0, 0)), round);
        assertThat(without.measures().safe()).isEmpty();
        assertThat(without.measures().images()).isEqualTo(Math.toIntExact(undisturbed.images()));
        assertThat(without.measures().rounds())
                .hasSize(Inputs.STEPS + 1)
                .startsWith("round 1, step 1 of 12")
                .endsWith("round 1, step 12 of 12", "round 1 closed");
    }

    @Test
    void anAttemptThatCannotLookForASnapshotIsLeftToTheNextOne() throws Exception {
        attempt(EVERY_FIFTH_STEP, objects, 7);

        LocalContext away =
                new LocalContext(artifacts, new TroubledObjects(objects, false, true), new RecordedHistory());
        assertThatThrownBy(() -> away.run(step(EVERY_FIFTH_STEP), round)).hasMessage("the store is away");
        assertThat(attempt(EVERY_FIFTH_STEP, objects, NEVER)).contains("continued after step 5 of 12");
    }
}
