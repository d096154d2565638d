package dev.plankton.steps.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.Augment;
import dev.plankton.contracts.choices.Backbone;
import dev.plankton.contracts.choices.BatchNorm;
import dev.plankton.contracts.choices.EmbeddingEngine;
import dev.plankton.contracts.choices.Head;
import dev.plankton.contracts.choices.Loss;
import dev.plankton.contracts.choices.Miner;
import dev.plankton.contracts.choices.Precision;
import dev.plankton.contracts.choices.Sampling;
import dev.plankton.contracts.choices.TrainedPart;
import dev.plankton.contracts.formats.DatasetManifest.Image;
import dev.plankton.contracts.formats.EmbeddingFile;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.Evaluation;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.formats.TrainingManifest;
import dev.plankton.contracts.formats.TrainingManifest.Checkpoint;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.tasks.EvaluateTask;
import dev.plankton.db.rows.ConfusionCell;
import dev.plankton.db.rows.EvaluationRow;
import dev.plankton.engine.testing.DrawnDataset;
import dev.plankton.engine.testing.LocalContext;
import dev.plankton.network.architecture.InputScaling;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.checkpoint.FeatureTable;
import dev.plankton.network.checkpoint.FirstParameters;
import dev.plankton.network.embedding.Embedders;
import dev.plankton.network.engine.Engines;
import dev.plankton.network.engine.FeatureExtractor;
import dev.plankton.network.engine.TrainingEngine;
import dev.plankton.network.objective.LossSettings;
import dev.plankton.network.training.Trainer;
import dev.plankton.network.training.TrainingSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateStepTest {
    private static final Engines ENGINES = Engines.load();
    private static final TrainingEngine ENGINE = ENGINES.any();
    private static final NetworkSettings NETWORK =
            new NetworkSettings(Backbone.SMALL, Head.SPHERE, "avg_pool", 32, 16, InputScaling.SIGNED);

    private static final ArtifactId LOSSES = new ArtifactId("c".repeat(64));

    private final EvaluateStep step = new EvaluateStep(new Embedders(ENGINES, Map.of()));

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
                ENGINE.learners(Precision.FP32),
                NETWORK,
                new TrainingSettings(
                        LossSettings.ofTriplets(Loss.STANDARD, Miner.SEMI_HARD, 0.2),
                        0.9,
                        0,
                        Sampling.BALANCED,
                        20,
                        4,
                        3,
                        5,
                        new TrainedPart.All(),
                        BatchNorm.BATCH,
                        Augment.SYMMETRIES,
                        0,
                        seed),
                Optional.empty())) {
            Path file = folder.resolve("network-" + seed);
            trainer.save(file);
            return context.artifacts().publish("checkpoint", file);
        }
    }

    private EvaluateTask.Input first() {
        return input(0, checkpoint, Optional.empty(), Optional.empty());
    }

    private EvaluateTask.Input first(ArtifactId featureTable) {
        return input(0, checkpoint, Optional.empty(), Optional.of(featureTable));
    }

    private EvaluateTask.Input later(int round, ArtifactId network, ArtifactId training) {
        return input(round, network, Optional.of(training), Optional.empty());
    }

    private EvaluateTask.Input input(
            int round, ArtifactId network, Optional<ArtifactId> training, Optional<ArtifactId> featureTable) {
        return new EvaluateTask.Input(
                dataset.id(),
                network,
                training,
                Optional.empty(),
                featureTable,
                EmbeddingEngine.ONNX_RUNTIME,
                round,
                0.05 * round,
                0.1 * round,
                OptionalDouble.of(0.2 * round),
                round == 0 ? Optional.empty() : Optional.of(LOSSES));
    }

    /** Features of the dataset's images by the backbone of {@link #network}. */
    private ArtifactId featureTable(long seed) throws Exception {
        List<byte[]> images = IntStream.range(0, dataset.manifest().images().size())
                .mapToObj(dataset::pixels)
                .toList();
        Path file = folder.resolve("table");
        try (FeatureExtractor extractor =
                ENGINE.features(NETWORK, FirstParameters.of(NETWORK, seed, Optional.empty()))) {
            new FeatureTable(dataset.id(), extractor.features(images, 40)).write(file);
        }
        return context.artifacts().publish("features", file);
    }

    private Evaluation evaluation(EvaluateTask.Output output) throws Exception {
        return context.artifacts().fetchJson(output.evaluation(), Evaluation.class);
    }

    private TrainingManifest manifest(EvaluateTask.Output output) throws Exception {
        return context.artifacts().fetchJson(output.training(), TrainingManifest.class);
    }

    @Test
    void everyRoundIsAddedToTheTraining() throws Exception {
        EvaluateTask.Output before = context.run(step, first());
        EvaluateTask.Output first = context.run(step, later(1, network(2), before.training()));

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
                        OptionalDouble.of(0.2),
                        network(2),
                        first.evaluation(),
                        first.accuracy(),
                        first.testAccuracy(),
                        Optional.of(LOSSES),
                        Optional.of(first.embeddings()),
                        Optional.empty()));
    }

    @Test
    void roundsThatBringNothingAreCounted() throws Exception {
        EvaluateTask.Output before = context.run(step, first());
        EvaluateTask.Output first = context.run(step, later(1, checkpoint, before.training()));
        EvaluateTask.Output second = context.run(step, later(2, checkpoint, first.training()));

        assertThat(before.roundsSinceImproved()).isZero();
        assertThat(second.roundsSinceImproved()).isEqualTo(2);
        assertThat(context.lines().getLast()).endsWith("; rounds since it improved: 2");
    }

    @Test
    void aRoundEvaluatedAgainTakesItsPlaceAndDropsLaterOnes() throws Exception {
        EvaluateTask.Output before = context.run(step, first());
        EvaluateTask.Output first = context.run(step, later(1, network(2), before.training()));
        EvaluateTask.Output second = context.run(step, later(2, network(3), first.training()));

        EvaluateTask.Output again = context.run(step, later(1, network(2), second.training()));

        assertThat(again).isEqualTo(first);
    }

    @Test
    void theEvaluationIsThatOfTheCheckpointAndRecorded() throws Exception {
        EvaluateTask.Output before = context.run(step, first());
        EvaluateTask.Output first = context.run(step, later(1, network(2), before.training()));

        Evaluation evaluation = evaluation(first);
        assertThat(evaluation.validation().images()).isEqualTo(20);
        assertThat(evaluation.test().images()).isEqualTo(12);
        assertThat(evaluation.perClass()).allMatch(c -> c.images() == 5 && c.centroidMoved() > 0);
        EvaluationRow row = context.history().all(EvaluationRow.class).getLast();
        assertThat(row)
                .returns(new RunId("run"), EvaluationRow::runId)
                .returns(1, EvaluationRow::round)
                .returns(network(2), EvaluationRow::checkpoint)
                .returns(first.evaluation(), EvaluationRow::evaluation);
        assertThat(row.validation().accuracy()).isEqualTo(first.accuracy());
        assertThat(row.test().accuracy()).isEqualTo(first.testAccuracy());
        assertThat(row.confusion().stream().mapToInt(ConfusionCell::images).sum())
                .isEqualTo(20);
    }

    @Test
    void featuresAreWorthWhatTheirImagesAre() throws Exception {
        ArtifactId table = featureTable(1);

        EvaluateTask.Output byFeatures = context.run(step, first(table));
        EvaluateTask.Output byImages = context.run(step, first());

        assertThat(manifest(byFeatures).featureTable()).contains(table);
        assertThat(manifest(byImages).featureTable()).isEmpty();
        float[][] expected = evaluation(byImages).centroids();
        float[][] found = evaluation(byFeatures).centroids();
        for (int row = 0; row < expected.length; row++) {
            assertThat(found[row]).usingComparatorWithPrecision(1e-5f).containsExactly(expected[row]);
        }
        assertThat(byFeatures.accuracy()).isEqualTo(byImages.accuracy());
    }

    @Test
    void theEmbeddingsThatWereMeasuredArePublished() throws Exception {
        EvaluateTask.Output output = context.run(step, first());

        EmbeddingTable table = EmbeddingFile.read(context.artifacts().fetch(output.embeddings()));
        List<Image> images = dataset.manifest().images();
        assertThat(table.images()).isEqualTo(images.stream().map(Image::key).toList());
        assertThat(table.splits())
                .containsExactly(images.stream().map(Image::split).toArray(Split[]::new));
        assertThat(CheckpointEvaluation.of(table, Optional.empty(), 0, Optional.empty()))
                .usingRecursiveComparison()
                .isEqualTo(evaluation(output));
    }

    @Test
    void imagesAreNotEvenReadWhereTheirFeaturesAreKnown() throws Exception {
        ArtifactId table = featureTable(2);
        assertThat(evaluation(context.run(step, first(table))).centroids())
                .isNotEqualTo(evaluation(context.run(step, first())).centroids());
    }

    @Test
    void featuresOfAnotherDatasetAreRefused() throws Exception {
        ArtifactId table = featureTable(1);
        dataset = DrawnDataset.publish(context, 4, 6, 5, 3, 40, 2);

        assertThatThrownBy(() -> context.run(step, first(table)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("holds the features of dataset");
    }

    @Test
    void aTrainingOnAnotherDatasetIsRefused() throws Exception {
        EvaluateTask.Output before = context.run(step, first());
        dataset = DrawnDataset.publish(context, 4, 6, 5, 3, 40, 2);

        assertThatThrownBy(() -> context.run(step, later(1, checkpoint, before.training())))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("was done on dataset");
    }

    @Test
    void laterRoundsNeedTheTrainingSoFar() {
        assertThatThrownBy(() -> input(2, checkpoint, Optional.empty(), Optional.empty()))
                .isInstanceOf(BadInputException.class)
                .hasMessage("Round 2 needs the training id that the evaluation of round 1 gave.");
    }
}
