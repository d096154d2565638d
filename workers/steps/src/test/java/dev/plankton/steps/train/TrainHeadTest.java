package dev.plankton.steps.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.Backbone;
import dev.plankton.contracts.choices.Head;
import dev.plankton.contracts.formats.LossCurve;
import dev.plankton.contracts.formats.TrainingSet;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.tasks.TrainTask;
import dev.plankton.engine.testing.DrawnDataset;
import dev.plankton.engine.testing.LocalContext;
import dev.plankton.network.architecture.InputScaling;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.checkpoint.FeatureTable;
import dev.plankton.network.checkpoint.FirstParameters;
import dev.plankton.network.checkpoint.FloatArchive;
import dev.plankton.network.checkpoint.PretrainedWeights;
import dev.plankton.network.engine.Engines;
import dev.plankton.network.engine.FeatureExtractor;
import dev.plankton.network.testing.SeededInception;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training the head alone, and beginning with pretrained weights. */
class TrainHeadTest {
    private final TrainStep step = new TrainStep(Engines.load(), new TrainConfig(0, 0));

    @TempDir
    Path folder;

    private LocalContext context;
    private DrawnDataset dataset;
    private ArtifactId trainingSet;

    @BeforeEach
    void publish() throws Exception {
        context = new LocalContext(folder);
        dataset = DrawnDataset.publish(context, 4, 8, 3, 1, 80, 1);
        trainingSet = dataset.publishTrainingSet(context);
    }

    private TrainTask.Input round(int round, ArtifactId trainingSet, Map<String, Object> changes) {
        return round(round, trainingSet, dataset.id(), changes);
    }

    private TrainTask.Input round(
            int round, ArtifactId trainingSet, ArtifactId checkpoint, Map<String, Object> changes) {
        return Inputs.with(
                round == 0
                        ? Inputs.draw(dataset.id(), trainingSet)
                        : Inputs.round(round, dataset.id(), trainingSet, checkpoint),
                changes);
    }

    private String publish(FeatureTable table) throws IOException {
        Path file = folder.resolve("table");
        table.write(file);
        return context.artifacts().publish("features", file).sha256();
    }

    /** Features of all images by the backbone that is drawn for {@link Inputs}. */
    private FeatureTable table() {
        NetworkSettings network =
                new NetworkSettings(Backbone.SMALL, Head.SPHERE, "avg_pool", Inputs.SIDE, 16, InputScaling.SIGNED);
        List<byte[]> images = IntStream.range(0, dataset.manifest().images().size())
                .mapToObj(dataset::pixels)
                .toList();
        try (FeatureExtractor extractor =
                Engines.load().any().features(network, FirstParameters.of(network, 7, Optional.empty()))) {
            return new FeatureTable(dataset.id(), extractor.features(images, 80));
        }
    }

    private FloatArchive archive(TrainTask.Output output) throws IOException {
        return FloatArchive.read(context.artifacts().fetch(output.checkpoint()), "network.json");
    }

    @Test
    void theHeadAloneLearnsFromTheTable() throws Exception {
        Map<String, Object> head = Map.of("train", "head", "featureTable", publish(table()));
        TrainTask.Output drawn = context.run(step, round(0, trainingSet, head));

        TrainTask.Output first = context.run(step, round(1, trainingSet, drawn.checkpoint(), head));

        assertThat(first.loss()).isPositive();
        assertThat(first.validationLoss().orElseThrow()).isPositive();
        Map<String, float[]> before = archive(drawn).arrays();
        archive(first).arrays().forEach((name, values) -> {
            if (name.startsWith("parameters/embedding/")) {
                assertThat(values).as(name).isNotEqualTo(before.get(name));
            } else if (name.startsWith("parameters/")) {
                assertThat(values).as(name).isEqualTo(before.get(name));
            }
        });
    }

    /** The table also has the features of held-out classes, behind those of the images that are trained on. */
    @Test
    void nothingIsLearnedFromHeldOutClasses() throws Exception {
        float[][] rows = table().rows();
        float[][] more = Arrays.copyOf(rows, rows.length + 3);
        Arrays.fill(more, rows.length, more.length, new float[rows[0].length]);
        Map<String, Object> head = Map.of("train", "head", "featureTable", publish(table()));
        Map<String, Object> heldOut =
                Map.of("train", "head", "featureTable", publish(new FeatureTable(dataset.id(), more)));
        TrainTask.Output drawn = context.run(step, round(0, trainingSet, head));

        assertThat(context.run(step, round(1, trainingSet, drawn.checkpoint(), heldOut))
                        .checkpoint())
                .isEqualTo(context.run(step, round(1, trainingSet, drawn.checkpoint(), head))
                        .checkpoint());
    }

    @Test
    void symmetriesOfAnImageAreOneSample() throws Exception {
        TrainingSet once = context.artifacts().fetchJson(trainingSet, TrainingSet.class);
        List<TrainingSet.Sample> turned = once.samples().stream()
                .flatMap(sample -> IntStream.range(0, 1 + sample.image() % 8)
                        .mapToObj(symmetry -> new TrainingSet.Sample(sample.image(), symmetry)))
                .toList();
        ArtifactId many = context.artifacts().publishJson("training-set", new TrainingSet(dataset.id(), 1, turned));
        Map<String, Object> head = Map.of("train", "head", "featureTable", publish(table()));
        TrainTask.Output drawn = context.run(step, round(0, trainingSet, head));

        assertThat(context.run(step, round(1, many, drawn.checkpoint(), head)).checkpoint())
                .isEqualTo(context.run(step, round(1, trainingSet, drawn.checkpoint(), head))
                        .checkpoint());
    }

    @Test
    void whatTheHeadLearntIsWhereAnotherTrainingBegins() throws Exception {
        Map<String, Object> head = Map.of("train", "head", "featureTable", publish(table()));
        TrainTask.Output drawn = context.run(step, round(0, trainingSet, head));
        TrainTask.Output learnt = context.run(step, round(1, trainingSet, drawn.checkpoint(), head));
        Map<String, Object> upper = Map.of("train", "from:mixed2", "startFrom", learnt.checkpoint());

        TrainTask.Output begun = context.run(step, round(0, trainingSet, upper));

        Map<String, float[]> expected = new TreeMap<>(archive(learnt).arrays());
        expected.keySet().removeIf(name -> name.startsWith("velocity/"));
        Map<String, float[]> parameters = archive(begun).arrays();
        parameters.forEach((name, values) -> assertThat(values)
                .as(name)
                .isEqualTo(name.startsWith("velocity/") ? new float[values.length] : expected.get(name)));
        assertThat(parameters).containsKeys(expected.keySet().toArray(String[]::new));
    }

    /** Of another seed, because the directions drawn from one seed are those that a network learned with before. */
    @Test
    void whereATrainingStartsFromACheckpointItsClassesBeginWhereThatPutsThem() throws Exception {
        Map<String, Object> head = Map.of("train", "head", "featureTable", publish(table()));
        TrainTask.Output drawn = context.run(step, round(0, trainingSet, head));
        TrainTask.Output learnt = context.run(step, round(1, trainingSet, drawn.checkpoint(), head));
        Map<String, Object> upper = Map.of("train", "from:mixed2", "loss", "arcface", "seed", 9);
        Map<String, Object> started = new TreeMap<>(upper);
        started.put("startFrom", learnt.checkpoint());
        TrainTask.Output begun = context.run(step, round(0, trainingSet, started));

        assertThat(firstLoss(begun, started)).isLessThan(firstLoss(begun, upper));
    }

    private float firstLoss(TrainTask.Output begun, Map<String, Object> changes) throws Exception {
        TrainTask.Output trained = context.run(step, round(1, trainingSet, begun.checkpoint(), changes));
        return context.artifacts()
                .fetchJson(trained.lossCurve().orElseThrow(), LossCurve.class)
                .losses()[0];
    }

    @Test
    void aCheckpointOfAnotherNetworkIsNoStart() throws Exception {
        TrainTask.Output drawn = context.run(step, round(0, trainingSet, Map.of()));
        TrainTask.Input other = round(0, trainingSet, Map.of("features", "mixed1", "startFrom", drawn.checkpoint()));

        assertThatThrownBy(() -> context.run(step, other))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("give the same settings");
    }

    @Test
    void aTableOfAnotherDatasetIsRefused() throws Exception {
        String other = publish(new FeatureTable(new ArtifactId("f".repeat(64)), table().rows()));
        Map<String, Object> head = Map.of("train", "head", "featureTable", other);
        TrainTask.Output drawn = context.run(step, round(0, trainingSet, head));

        assertThatThrownBy(() -> context.run(step, round(1, trainingSet, drawn.checkpoint(), head)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("holds the features of dataset ffff");
    }

    @Test
    void aTableIsForTheHeadAndTheHeadForATable() {
        for (Map<String, Object> wrong :
                List.<Map<String, Object>>of(Map.of("train", "head"), Map.of("featureTable", "a".repeat(64)))) {
            assertThatThrownBy(() -> round(1, trainingSet, wrong))
                    .hasRootCauseInstanceOf(BadInputException.class)
                    .hasMessageContaining("with train head, give the table from plankton_features");
        }
    }

    @Test
    void theNetworkBeginsWithPretrainedWeightsAndTheirScaling() throws Exception {
        PretrainedWeights weights = new PretrainedWeights("seeded", InputScaling.UNIT, SeededInception.arrays());
        Path file = folder.resolve("weights");
        weights.write(file);
        float[][] rows = new float[dataset.manifest().images().size()][256];
        for (int image = 0; image < rows.length; image++) {
            rows[image][image % 256] = 1;
        }
        Map<String, Object> pretrained = Map.of(
                "backbone",
                "inception-v3",
                "features",
                "mixed0",
                "networkSide",
                75,
                "weights",
                context.artifacts().publish("weights", file).sha256(),
                "train",
                "head",
                "featureTable",
                publish(new FeatureTable(dataset.id(), rows)));

        TrainTask.Output drawn = context.run(step, round(0, trainingSet, pretrained));
        TrainTask.Output first = context.run(step, round(1, trainingSet, drawn.checkpoint(), pretrained));

        for (TrainTask.Output output : List.of(drawn, first)) {
            FloatArchive checkpoint = archive(output);
            assertThat(checkpoint.settings()).contains("\"UNIT\"");
            assertThat(checkpoint.arrays().get("parameters/conv2d_1/W"))
                    .isEqualTo(weights.arrays().get("conv2d_1/W"));
        }
        assertThat(context.lines()).contains("The network begins with the weights of seeded.");
    }

    @Test
    void anArtifactThatHoldsNoWeightsIsRefused() {
        TrainTask.Input input = round(
                0,
                trainingSet,
                Map.of(
                        "backbone",
                        "inception-v3",
                        "networkSide",
                        75,
                        "weights",
                        dataset.id().sha256()));

        assertThatThrownBy(() -> context.run(step, input))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("holds no pretrained weights of Inception v3");
    }
}
