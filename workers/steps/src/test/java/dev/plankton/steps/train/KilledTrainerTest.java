package dev.plankton.steps.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.plankton.contracts.Spelling;
import dev.plankton.contracts.choices.NetworkEngine;
import dev.plankton.contracts.choices.Precision;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.StoreKeys;
import dev.plankton.contracts.tasks.TrainTask;
import dev.plankton.embedded.EmbeddedStore;
import dev.plankton.engine.store.ObjectStore.StoredObject;
import dev.plankton.engine.store.S3ObjectStore;
import dev.plankton.engine.store.StoreConfig;
import dev.plankton.engine.testing.DrawnDataset;
import dev.plankton.engine.testing.LocalContext;
import dev.plankton.network.engine.Engines;
import dev.plankton.network.engine.TrainingEngine;
import dev.plankton.network.engine.UnusableDeviceException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A trainer that is killed again and again, as by a power cut. */
class KilledTrainerTest {
    private static final int KILLS = 3;
    private static final int STEPS = 48;
    /** How far a trainer comes after the step at which it is to be killed: the kill hits it anywhere on that way. */
    private static final int LAG = 4;

    @TempDir
    Path folder;

    private EmbeddedStore server;
    private S3ObjectStore objects;
    private StoreConfig store;

    @BeforeEach
    void startStore() throws Exception {
        server = EmbeddedStore.start(folder.resolve("store"), 0);
        store = new StoreConfig(server.url(), server.bucket(), server.accessKey(), server.secretKey());
        objects = new S3ObjectStore(store);
    }

    @AfterEach
    void stopStore() throws Exception {
        objects.close();
        server.close();
    }

    /** Some processors make libtorch compute wrongly; there it is refused. */
    private static void requireIt(String engine, String precision) {
        try {
            TrainingEngine found = Engines.load().named(Spelling.parse(NetworkEngine.class, "engine", engine));
            found.requireUsable();
            found.learners(Spelling.parse(Precision.class, "precision", precision));
        } catch (UnusableDeviceException e) {
            abort(e.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"dl4j, fp32", "pytorch, fp32", "pytorch, bf16"})
    void theLastOfFourAttemptsEndsWithTheCheckpointOfAnUndisturbedRun(String engine, String precision)
            throws Exception {
        requireIt(engine, precision);
        Path artifacts = folder.resolve("trainer");
        LocalContext context = new LocalContext(artifacts);
        DrawnDataset drawn = DrawnDataset.publish(context, 4, 8, 3, 1, Inputs.SIDE, 1);
        ArtifactId set = drawn.publishTrainingSet(context);
        TrainStep step = new TrainStep(Engines.load(), new TrainConfig(0, 0));
        TrainTask.Output first = context.run(step, Inputs.draw(drawn.id(), set));
        TrainTask.Input round = Inputs.with(
                Inputs.round(1, STEPS, drawn.id(), set, first.checkpoint()),
                Map.of("trainingEngine", engine, "precision", precision));
        String undisturbed = context.run(step, round).checkpoint().sha256();

        SplittableRandom random = new SplittableRandom(9);
        int begun = 1;
        for (int kill = 0; kill < KILLS; kill++) {
            int part = STEPS / (KILLS + 1);
            int at = kill * part + random.nextInt(part / 2, part);
            List<StoredObject> before = snapshots();
            try (TrainerProcess trainer = TrainerProcess.start(artifacts, round, store, at + LAG)) {
                int done = trainer.nextStep();
                assertThat(done).isGreaterThanOrEqualTo(begun);
                begun = done + 1;
                while (done < at || snapshots().equals(before)) {
                    done = done < at ? trainer.nextStep() : done;
                }
                trainer.kill();
            }
        }
        try (TrainerProcess trainer = TrainerProcess.start(artifacts, round, store, STEPS + 1)) {
            assertThat(trainer.nextStep()).isGreaterThanOrEqualTo(begun);
            assertThat(trainer.checkpoint()).isEqualTo(undisturbed);
        }
        assertThat(snapshots()).isEmpty();
    }

    private List<StoredObject> snapshots() throws IOException {
        return objects.list(StoreKeys.SNAPSHOTS);
    }
}
