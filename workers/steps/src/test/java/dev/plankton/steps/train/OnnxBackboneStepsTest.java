package dev.plankton.steps.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.Backbone;
import dev.plankton.contracts.choices.EmbeddingEngine;
import dev.plankton.contracts.choices.NetworkEngine;
import dev.plankton.contracts.choices.Normalisation;
import dev.plankton.contracts.choices.TrainedPart;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.tasks.FeaturesTask;
import dev.plankton.contracts.tasks.TrainTask;
import dev.plankton.engine.testing.DrawnDataset;
import dev.plankton.engine.testing.LocalContext;
import dev.plankton.network.checkpoint.FeatureHead;
import dev.plankton.network.checkpoint.FeatureTable;
import dev.plankton.network.embedding.Embedders;
import dev.plankton.network.engine.Embedder;
import dev.plankton.network.engine.Engines;
import dev.plankton.network.onnx.OnnxBackboneImport;
import dev.plankton.network.testing.ExportedBackbone;
import dev.plankton.steps.features.FeaturesStep;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A head on the features of an ONNX file, from the features to the embedding of new images. */
class OnnxBackboneStepsTest {
    private static final Engines ENGINES = Engines.load();
    private static final Embedders EMBEDDERS = new Embedders(ENGINES, Map.of());

    private final TrainStep train = new TrainStep(ENGINES, new TrainConfig(0, 0));
    private final FeaturesStep features = new FeaturesStep(ENGINES, EMBEDDERS);

    @TempDir
    Path folder;

    private LocalContext context;
    private DrawnDataset dataset;
    private ArtifactId trainingSet;
    private ArtifactId small;
    private ArtifactId onnx;

    @BeforeEach
    void publish() throws Exception {
        context = new LocalContext(folder);
        dataset = DrawnDataset.publish(context, 4, 8, 3, 1, 80, 1);
        trainingSet = dataset.publishTrainingSet(context);
        small = context.run(train, Inputs.draw(dataset.id(), trainingSet)).checkpoint();
        Path exported = ExportedBackbone.write(context.artifacts().fetch(small), 192, folder.resolve("exported.onnx"));
        Path taken = folder.resolve("taken.onnx");
        new OnnxBackboneImport(exported, Optional.empty(), OptionalInt.empty()).write(taken);
        onnx = context.artifacts().publish("weights", taken);
    }

    private FeatureTable table(Backbone backbone, Optional<ArtifactId> weights, int side) throws Exception {
        FeaturesTask.Input input = new FeaturesTask.Input(
                dataset.id(),
                backbone,
                "avg_pool",
                side,
                weights,
                Normalisation.SIGNED,
                new TrainedPart.HeadOnly(),
                NetworkEngine.AUTO,
                7);
        ArtifactId table = context.run(features, input).features().orElseThrow();
        return FeatureTable.read(context.artifacts().fetch(table));
    }

    @Test
    void aHeadIsTrainedOnItAndEmbedsNewImages() throws Exception {
        FeatureTable table = table(Backbone.ONNX, Optional.of(onnx), Inputs.SIDE);
        float[][] builtIn = table(Backbone.SMALL, Optional.empty(), Inputs.SIDE).rows();
        for (int image = 0; image < builtIn.length; image++) {
            assertThat(table.rows()[image]).usingComparatorWithPrecision(1e-4f).containsExactly(builtIn[image]);
        }
        Path file = folder.resolve("table");
        table.write(file);
        Map<String, Object> settings = Map.of(
                "backbone", "onnx",
                "weights", onnx.sha256(),
                "normalise", "signed",
                "train", "head",
                "featureTable", context.artifacts().publish("features", file).sha256());

        TrainTask.Output drawn = context.run(train, Inputs.with(Inputs.draw(dataset.id(), trainingSet), settings));
        TrainTask.Output learnt = context.run(
                train, Inputs.with(Inputs.round(1, dataset.id(), trainingSet, drawn.checkpoint()), settings));

        Path checkpoint = context.artifacts().fetch(learnt.checkpoint());
        float[][] expected = FeatureHead.open(checkpoint).embed(table.rows());
        List<byte[]> images =
                IntStream.range(0, expected.length).mapToObj(dataset::pixels).toList();
        try (Embedder embedder = EMBEDDERS.open(checkpoint, EmbeddingEngine.ONNX_RUNTIME, context.artifacts()::fetch)) {
            float[][] embedded = embedder.embed(images, 80);
            for (int image = 0; image < expected.length; image++) {
                assertThat(embedded[image]).usingComparatorWithPrecision(1e-5f).containsExactly(expected[image]);
            }
        }
        assertThat(learnt.checkpoint()).isNotEqualTo(drawn.checkpoint());
    }

    @Test
    void imagesOfAnotherSizeAreRefused() {
        assertThatThrownBy(() -> table(Backbone.ONNX, Optional.of(onnx), 64))
                .isInstanceOf(BadInputException.class)
                .hasMessage("networkSide is 64 but the ONNX file takes images of %d pixels; set it to %d."
                        .formatted(Inputs.SIDE, Inputs.SIDE));
    }

    @Test
    void otherWeightsAreRefused() {
        assertThatThrownBy(() -> table(Backbone.ONNX, Optional.of(small), Inputs.SIDE))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("ONNX file");
    }
}
