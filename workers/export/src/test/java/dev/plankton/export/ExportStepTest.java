package dev.plankton.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plankton.network.Backbone;
import dev.plankton.network.BatchNorm;
import dev.plankton.network.Embedder;
import dev.plankton.network.Engine;
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
import dev.plankton.runtime.formats.DatasetManifest;
import dev.plankton.runtime.formats.EmbeddingFile;
import dev.plankton.runtime.formats.EmbeddingTable;
import dev.plankton.runtime.step.BadInputException;
import dev.plankton.runtime.store.ArtifactId;
import dev.plankton.runtime.testing.DrawnDataset;
import dev.plankton.runtime.testing.LocalContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportStepTest {
    private static final NetworkSettings NETWORK =
            new NetworkSettings(Backbone.SMALL, Head.SPHERE, "avg_pool", 32, 16, InputScaling.SIGNED);
    private static final TrainingSettings TRAINING = new TrainingSettings(
            Loss.STANDARD, Miner.SEMI_HARD, 0.2, 0.9, 0, 20, 4, 3, 5, new TrainedPart.All(), BatchNorm.BATCH, 1);

    @TempDir
    Path folder;

    @Test
    void everyImageOfTheDatasetHasItsEmbedding() throws Exception {
        LocalContext context = new LocalContext(folder);
        DrawnDataset dataset = DrawnDataset.publish(context, 3, 20, 3, 2, 40, 1);
        Path network = folder.resolve("network");
        try (Trainer trainer = Trainer.create(NETWORK, TRAINING, Optional.empty())) {
            trainer.save(network);
        }
        ArtifactId checkpoint = context.artifacts().publish("checkpoint", network);

        ExportOutput output = context.run(
                new ExportStep(), new ExportInput(dataset.id().sha256(), checkpoint.sha256(), "", "onnx-runtime", 4));

        assertThat(output.round()).isEqualTo(4);
        EmbeddingTable table = EmbeddingFile.read(context.artifacts().fetch(new ArtifactId(output.embeddings())));
        assertThat(table.images())
                .containsExactlyElementsOf(dataset.manifest().images().stream()
                        .map(DatasetManifest.Image::key)
                        .toList());
        assertThat(table.classes()).containsExactly("class0", "class1", "class2");
        try (Embedder embedder = Embedder.open(network, Engine.DL4J)) {
            int last = table.size() - 1;
            float[] expected = embedder.embed(List.of(dataset.pixels(last)), 40)[0];
            for (int d = 0; d < expected.length; d++) {
                assertThat((double) table.vectors()[last][d]).isCloseTo(expected[d], within(1e-5));
            }
        }
    }

    @Test
    void featuresGiveTheSameEmbeddingsAsImages() throws Exception {
        LocalContext context = new LocalContext(folder);
        DrawnDataset dataset = DrawnDataset.publish(context, 3, 20, 3, 2, 40, 1);
        Path network = folder.resolve("network");
        try (Trainer trainer = Trainer.create(NETWORK, TRAINING, Optional.empty())) {
            trainer.save(network);
        }
        String checkpoint = context.artifacts().publish("checkpoint", network).sha256();
        List<byte[]> images = IntStream.range(0, dataset.manifest().images().size())
                .mapToObj(dataset::pixels)
                .toList();
        Path table = folder.resolve("table");
        try (FeatureExtractor extractor = FeatureExtractor.create(NETWORK, TRAINING.seed(), Optional.empty())) {
            new FeatureTable(dataset.id().sha256(), extractor.features(images, 40)).write(table);
        }
        String features = context.artifacts().publish("features", table).sha256();

        EmbeddingTable byImages = export(context, new ExportInput(dataset.id().sha256(), checkpoint, "", "dl4j", 4));
        EmbeddingTable byFeatures =
                export(context, new ExportInput(dataset.id().sha256(), checkpoint, features, "dl4j", 4));

        assertThat(byFeatures.images()).isEqualTo(byImages.images());
        assertThat(byFeatures.splits()).isEqualTo(byImages.splits());
        for (int row = 0; row < byImages.size(); row++) {
            assertThat(byFeatures.vectors()[row])
                    .usingComparatorWithPrecision(1e-5f)
                    .containsExactly(byImages.vectors()[row]);
        }
    }

    @Test
    void imagesAreNotReadWhereTheirFeaturesAreKnown() throws Exception {
        LocalContext context = new LocalContext(folder);
        DrawnDataset dataset = DrawnDataset.publish(context, 3, 4, 2, 2, 40, 1);
        Path network = folder.resolve("network");
        try (Trainer trainer = Trainer.create(NETWORK, TRAINING, Optional.empty())) {
            trainer.save(network);
        }
        Path table = folder.resolve("table");
        float[][] equal = new float[dataset.manifest().images().size()][NETWORK.featureCount()];
        new FeatureTable(dataset.id().sha256(), equal).write(table);

        EmbeddingTable embeddings = export(
                context,
                new ExportInput(
                        dataset.id().sha256(),
                        context.artifacts().publish("checkpoint", network).sha256(),
                        context.artifacts().publish("features", table).sha256(),
                        "dl4j",
                        4));

        assertThat(List.of(embeddings.vectors()))
                .allSatisfy(vector -> assertThat(vector).isEqualTo(embeddings.vectors()[0]));
    }

    @Test
    void refusesAnEngineThatItDoesNotKnow() throws Exception {
        LocalContext context = new LocalContext(folder);
        DrawnDataset dataset = DrawnDataset.publish(context, 3, 20, 3, 2, 40, 1);
        String any = dataset.id().sha256();
        assertThatThrownBy(() -> export(context, new ExportInput(any, any, "", "tensorflow", 1)))
                .isInstanceOf(BadInputException.class)
                .hasMessage("engine must be one of dl4j, onnx-runtime, fastest, not 'tensorflow'.");
    }

    private static EmbeddingTable export(LocalContext context, ExportInput input) throws Exception {
        return EmbeddingFile.read(context.artifacts()
                .fetch(new ArtifactId(context.run(new ExportStep(), input).embeddings())));
    }
}
