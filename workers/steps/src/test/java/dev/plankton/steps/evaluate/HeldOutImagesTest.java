package dev.plankton.steps.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plankton.contracts.choices.Backbone;
import dev.plankton.contracts.choices.EmbeddingEngine;
import dev.plankton.contracts.choices.Head;
import dev.plankton.contracts.choices.NetworkEngine;
import dev.plankton.contracts.formats.DatasetColumns;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.DatasetManifest.Image;
import dev.plankton.contracts.formats.DatasetManifest.Unseen;
import dev.plankton.contracts.formats.Evaluation;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.formats.UnseenMeasures;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.tasks.EvaluateTask;
import dev.plankton.db.rows.EvaluationRow;
import dev.plankton.engine.testing.DrawnDataset;
import dev.plankton.engine.testing.LocalContext;
import dev.plankton.network.architecture.InputScaling;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.checkpoint.Checkpoint;
import dev.plankton.network.checkpoint.FeatureTable;
import dev.plankton.network.checkpoint.FirstParameters;
import dev.plankton.network.embedding.Embedders;
import dev.plankton.network.engine.Engines;
import dev.plankton.network.engine.FeatureExtractor;
import dev.plankton.steps.images.Datasets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dataset of four classes of which the last is held out, and the same without that class. */
class HeldOutImagesTest {
    private static final Engines ENGINES = Engines.load();
    private static final NetworkSettings NETWORK =
            new NetworkSettings(Backbone.SMALL, Head.SPHERE, "avg_pool", 32, 16, InputScaling.SIGNED);
    private static final int HELD_OUT = 3;

    private final EvaluateStep step = new EvaluateStep(new Embedders(ENGINES, Map.of()));

    @TempDir
    Path folder;

    private LocalContext context;
    private DrawnDataset drawn;
    private ArtifactId checkpoint;

    @BeforeEach
    void publish() throws Exception {
        context = new LocalContext(folder);
        drawn = DrawnDataset.publish(context, 4, 6, 5, 3, 40, 1);
        Path file = folder.resolve("network");
        new Checkpoint(NETWORK, FirstParameters.of(NETWORK, 1, Optional.empty())).write(file);
        checkpoint = context.artifacts().publish("checkpoint", file);
    }

    private ArtifactId dataset(boolean heldOut) throws Exception {
        DatasetManifest all = drawn.manifest();
        DatasetColumns images = new DatasetColumns();
        DatasetColumns unseen = new DatasetColumns();
        for (Image image : all.images()) {
            if (image.classIndex() != HELD_OUT) {
                images.add(image);
            } else {
                unseen.add(new Image(
                        image.key(), image.source(), 0, Split.TEST, image.width(), image.height(), image.shard()));
            }
        }
        return Datasets.publish(
                new DatasetManifest(
                        all.name(),
                        all.side(),
                        all.classes().subList(0, HELD_OUT),
                        images,
                        all.shards(),
                        List.of(),
                        List.of(),
                        heldOut ? new Unseen(List.of("class3"), unseen) : Unseen.NONE,
                        Optional.empty()),
                context);
    }

    private Evaluation evaluate(ArtifactId dataset, Optional<ArtifactId> features) throws Exception {
        EvaluateTask.Output output = context.run(
                step,
                new EvaluateTask.Input(
                        dataset,
                        checkpoint,
                        Optional.empty(),
                        Optional.empty(),
                        features,
                        EmbeddingEngine.ONNX_RUNTIME,
                        0,
                        0,
                        0,
                        OptionalDouble.empty(),
                        Optional.empty()));
        return context.artifacts().fetchJson(output.evaluation(), Evaluation.class);
    }

    @Test
    void theyChangeNoOtherMeasure() throws Exception {
        Evaluation with = evaluate(dataset(true), Optional.empty());
        Evaluation without = evaluate(dataset(false), Optional.empty());
        assertThat(without.unseen()).isEmpty();
        assertThat(with).usingRecursiveComparison().ignoringFields("unseen").isEqualTo(without);
        UnseenMeasures unseen = with.unseen().orElseThrow();
        assertThat(unseen.classes()).containsExactly("class3");
        assertThat(unseen.images()).isEqualTo(14);
        assertThat(context.history().all(EvaluationRow.class))
                .extracting(EvaluationRow::unseen)
                .containsExactly(Optional.of(unseen), Optional.empty());
    }

    @Test
    void theirFeaturesFollowThoseOfTheOtherImages() throws Exception {
        ArtifactId dataset = dataset(true);
        DatasetManifest manifest = Datasets.read(dataset, context);
        Map<String, Integer> places = IntStream.range(
                        0, drawn.manifest().images().size())
                .boxed()
                .collect(Collectors.toMap(
                        image -> drawn.manifest().images().get(image).key(), image -> image));
        List<byte[]> pixels = Stream.concat(manifest.images().stream(), manifest.unseen().images().stream())
                .map(image -> drawn.pixels(places.getOrDefault(image.key(), -1)))
                .toList();
        Path file = folder.resolve("table");
        try (FeatureExtractor extractor =
                ENGINES.named(NetworkEngine.DL4J).features(NETWORK, FirstParameters.of(NETWORK, 1, Optional.empty()))) {
            new FeatureTable(dataset, extractor.features(pixels, 40)).write(file);
        }
        Evaluation byFeatures =
                evaluate(dataset, Optional.of(context.artifacts().publish("features", file)));
        UnseenMeasures expected = evaluate(dataset, Optional.empty()).unseen().orElseThrow();
        UnseenMeasures found = byFeatures.unseen().orElseThrow();
        assertThat(found.images()).isEqualTo(expected.images());
        assertThat(found.silhouette()).isCloseTo(expected.silhouette(), within(1e-4));
        assertThat(found.scores().getFirst().auroc())
                .isCloseTo(expected.scores().getFirst().auroc(), within(0.02));
    }
}
