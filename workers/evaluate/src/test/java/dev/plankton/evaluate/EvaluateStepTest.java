package dev.plankton.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.db.rows.ConfusionCell;
import dev.plankton.db.rows.EvaluationRow;
import dev.plankton.network.Backbone;
import dev.plankton.network.BatchNorm;
import dev.plankton.network.FeatureExtractor;
import dev.plankton.network.FeatureTable;
import dev.plankton.network.Head;
import dev.plankton.network.InputScaling;
import dev.plankton.network.Loss;
import dev.plankton.network.Miner;
import dev.plankton.network.NetworkSettings;
import dev.plankton.network.TrainedPart;
import dev.plankton.network.Trainer;
import dev.plankton.network.TrainingSettings;
import dev.plankton.runtime.formats.Evaluation;
import dev.plankton.runtime.formats.TrainingManifest;
import dev.plankton.runtime.formats.TrainingManifest.Checkpoint;
import dev.plankton.runtime.step.BadInputException;
import dev.plankton.runtime.store.ArtifactId;
import dev.plankton.runtime.testing.DrawnDataset;
import dev.plankton.runtime.testing.LocalContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateStepTest {
    private static final NetworkSettings NETWORK =
            new NetworkSettings(Backbone.SMALL, Head.SPHERE, "avg_pool", 32, 16, InputScaling.SIGNED);

    private final EvaluateStep step = new EvaluateStep();

    @TempDir
    Path folder;

    private LocalContext context;
    private DrawnDataset dataset;
    private ArtifactId checkpoint;

    @BeforeEach
    void publish() throws Exception {
        context = new LocalContext(folder);
        dataset = DrawnDataset.publish(context, 4, 6, 5, 3, 40, 1);
        checkpoint = network(1);
    }

    private ArtifactId network(long seed) throws Exception {
        try (Trainer trainer = Trainer.create(
                NETWORK,
                new TrainingSettings(
                        Loss.STANDARD,
                        Miner.SEMI_HARD,
                        0.2,
                        0.9,
                        0,
                        20,
                        4,
                        3,
                        5,
                        new TrainedPart.All(),
                        BatchNorm.BATCH,
                        seed),
                Optional.empty())) {
            Path file = folder.resolve("network-" + seed);
            trainer.save(file);
            return context.artifacts().publish("checkpoint", file);
        }
    }

    private EvaluateInput input(int round, ArtifactId network, String training) {
        return input(round, network, training, "");
    }

    private EvaluateInput input(int round, ArtifactId network, String training, String featureTable) {
        return new EvaluateInput(
                dataset.id().sha256(),
                network.sha256(),
                training,
                featureTable,
                "onnx-runtime",
                round,
                0.05 * round,
                0.1 * round,
                0.2 * round,
                round == 0 ? "" : "c".repeat(64));
    }

    /** Features of the dataset's images by the backbone of {@link #network}. */
    private String featureTable(long seed) throws Exception {
        List<byte[]> images = IntStream.range(0, dataset.manifest().images().size())
                .mapToObj(dataset::pixels)
                .toList();
        Path file = folder.resolve("table");
        try (FeatureExtractor extractor = FeatureExtractor.create(NETWORK, seed, Optional.empty())) {
            new FeatureTable(dataset.id().sha256(), extractor.features(images, 40)).write(file);
        }
        return context.artifacts().publish("features", file).sha256();
    }

    private Evaluation evaluation(EvaluateOutput output) throws Exception {
        return context.artifacts().fetchJson(new ArtifactId(output.evaluation()), Evaluation.class);
    }

    private TrainingManifest manifest(EvaluateOutput output) throws Exception {
        return context.artifacts().fetchJson(new ArtifactId(output.training()), TrainingManifest.class);
    }

    @Test
    void everyRoundIsAddedToTheTraining() throws Exception {
        EvaluateOutput before = context.run(step, input(0, checkpoint, ""));
        EvaluateOutput first = context.run(step, input(1, network(2), before.training()));

        TrainingManifest training = manifest(first);
        assertThat(training.dataset()).isEqualTo(dataset.id());
        assertThat(training.checkpoints()).extracting(Checkpoint::round).containsExactly(0, 1);
        assertThat(training.checkpoints().getFirst())
                .isEqualTo(manifest(before).checkpoints().getFirst());
        assertThat(training.checkpoints().getLast())
                .isEqualTo(new Checkpoint(
                        1,
                        0.05,
                        0.1,
                        0.2,
                        network(2),
                        new ArtifactId(first.evaluation()),
                        first.accuracy(),
                        first.testAccuracy(),
                        "c".repeat(64)));
    }

    @Test
    void roundsThatBringNothingAreCounted() throws Exception {
        EvaluateOutput before = context.run(step, input(0, checkpoint, ""));
        EvaluateOutput first = context.run(step, input(1, checkpoint, before.training()));
        EvaluateOutput second = context.run(step, input(2, checkpoint, first.training()));

        assertThat(before.roundsSinceImproved()).isZero();
        assertThat(second.roundsSinceImproved()).isEqualTo(2);
        assertThat(context.lines().getLast()).endsWith("; rounds since it improved: 2");
    }

    @Test
    void aRoundEvaluatedAgainTakesItsPlaceAndDropsLaterOnes() throws Exception {
        EvaluateOutput before = context.run(step, input(0, checkpoint, ""));
        EvaluateOutput first = context.run(step, input(1, network(2), before.training()));
        EvaluateOutput second = context.run(step, input(2, network(3), first.training()));

        EvaluateOutput again = context.run(step, input(1, network(2), second.training()));

        assertThat(again).isEqualTo(first);
    }

    @Test
    void theEvaluationIsThatOfTheCheckpointAndRecorded() throws Exception {
        EvaluateOutput before = context.run(step, input(0, checkpoint, ""));
        EvaluateOutput first = context.run(step, input(1, network(2), before.training()));

        Evaluation evaluation = evaluation(first);
        assertThat(evaluation.validation().images()).isEqualTo(20);
        assertThat(evaluation.test().images()).isEqualTo(12);
        assertThat(evaluation.perClass()).allMatch(c -> c.images() == 5 && c.centroidMoved() > 0);
        EvaluationRow row = context.history().all(EvaluationRow.class).getLast();
        assertThat(row)
                .returns("run", EvaluationRow::runId)
                .returns(1, EvaluationRow::round)
                .returns(network(2).sha256(), EvaluationRow::checkpoint)
                .returns(first.evaluation(), EvaluationRow::evaluation);
        assertThat(row.validation().accuracy()).isEqualTo(first.accuracy());
        assertThat(row.test().accuracy()).isEqualTo(first.testAccuracy());
        assertThat(row.confusion().stream().mapToInt(ConfusionCell::images).sum())
                .isEqualTo(20);
    }

    @Test
    void featuresAreWorthWhatTheirImagesAre() throws Exception {
        String table = featureTable(1);

        EvaluateOutput byFeatures = context.run(step, input(0, checkpoint, "", table));
        EvaluateOutput byImages = context.run(step, input(0, checkpoint, ""));

        assertThat(manifest(byFeatures).featureTable()).isEqualTo(table);
        assertThat(manifest(byImages).featureTable()).isEmpty();
        float[][] expected = evaluation(byImages).centroids();
        float[][] found = evaluation(byFeatures).centroids();
        for (int row = 0; row < expected.length; row++) {
            assertThat(found[row]).usingComparatorWithPrecision(1e-5f).containsExactly(expected[row]);
        }
        assertThat(byFeatures.accuracy()).isEqualTo(byImages.accuracy());
    }

    @Test
    void imagesAreNotEvenReadWhereTheirFeaturesAreKnown() throws Exception {
        String table = featureTable(2);
        assertThat(evaluation(context.run(step, input(0, checkpoint, "", table)))
                        .centroids())
                .isNotEqualTo(
                        evaluation(context.run(step, input(0, checkpoint, ""))).centroids());
    }

    @Test
    void featuresOfAnotherDatasetAreRefused() throws Exception {
        String table = featureTable(1);
        dataset = DrawnDataset.publish(context, 4, 6, 5, 3, 40, 2);

        assertThatThrownBy(() -> context.run(step, input(0, checkpoint, "", table)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("holds the features of dataset");
    }

    @Test
    void aTrainingOnAnotherDatasetIsRefused() throws Exception {
        EvaluateOutput before = context.run(step, input(0, checkpoint, ""));
        dataset = DrawnDataset.publish(context, 4, 6, 5, 3, 40, 2);

        assertThatThrownBy(() -> context.run(step, input(1, checkpoint, before.training())))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("was done on dataset");
    }

    @Test
    void laterRoundsNeedTheTrainingSoFar() {
        assertThatThrownBy(() -> input(2, checkpoint, ""))
                .isInstanceOf(BadInputException.class)
                .hasMessage("Round 2 needs the training id that the evaluation of round 1 gave.");
    }
}
