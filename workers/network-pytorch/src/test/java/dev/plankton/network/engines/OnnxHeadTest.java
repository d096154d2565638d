package dev.plankton.network.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plankton.contracts.choices.Backbone;
import dev.plankton.contracts.choices.BatchNorm;
import dev.plankton.contracts.choices.Head;
import dev.plankton.contracts.choices.Miner;
import dev.plankton.contracts.choices.Normalisation;
import dev.plankton.contracts.choices.Precision;
import dev.plankton.contracts.choices.TrainedPart;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.network.architecture.InputScaling;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.architecture.OnnxSource;
import dev.plankton.network.checkpoint.Checkpoint;
import dev.plankton.network.checkpoint.FeatureHead;
import dev.plankton.network.data.Seeds;
import dev.plankton.network.data.TrainingExamples;
import dev.plankton.network.data.TrainingPool;
import dev.plankton.network.engine.FeatureExtractor;
import dev.plankton.network.engine.TrainingEngine;
import dev.plankton.network.onnx.OnnxBackbone;
import dev.plankton.network.onnx.OnnxBackboneImport;
import dev.plankton.network.testing.DrawnCheckpoint;
import dev.plankton.network.testing.ExportedBackbone;
import dev.plankton.network.testing.Stripes;
import dev.plankton.network.training.Round;
import dev.plankton.network.training.Trainer;
import dev.plankton.network.training.TrainingSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The head on an exported Inception is worth as much as the one on the built-in Inception. */
class OnnxHeadTest {
    private static final int SIDE = 75;
    private static final int CLASSES = 4;
    private static final int IMAGES = 120;
    /** The two libraries differ in the last digits, with which training takes other ways on other processors. */
    private static final double SIX_IMAGES = 6.0 / IMAGES;

    private static final TrainingEngine ENGINE = BothEngines.ENGINES.any();

    @TempDir
    Path folder;

    @Test
    void bothHeadsTellTheClassesApartEquallyWell() throws Exception {
        NetworkSettings builtIn =
                new NetworkSettings(Backbone.INCEPTION_V3, Head.SPHERE, "mixed8", SIDE, 8, InputScaling.SIGNED);
        NetworkSettings exported = new NetworkSettings(
                Backbone.ONNX,
                Head.SPHERE,
                "avg_pool",
                SIDE,
                8,
                InputScaling.SIGNED,
                false,
                Optional.of(new OnnxSource(new ArtifactId("0".repeat(64)), Normalisation.SIGNED, 1280)));
        Map<String, float[]> parameters = DrawnCheckpoint.parameters(builtIn, 5);
        Path checkpoint = DrawnCheckpoint.write(builtIn, 5, folder.resolve("checkpoint"));
        Path model = ExportedBackbone.write(checkpoint, 1280, folder.resolve("model.onnx"));
        Path taken = folder.resolve("taken");
        new OnnxBackboneImport(model, Optional.empty(), OptionalInt.empty()).write(taken);
        List<byte[]> images = images();

        double ours;
        try (FeatureExtractor backbone = ENGINE.features(builtIn, parameters)) {
            ours = accuracy(builtIn, parameters, scaled(backbone.features(images, SIDE)));
        }
        Map<String, float[]> head = new TreeMap<>(parameters);
        head.keySet().removeIf(name -> !name.startsWith("embedding/"));
        double theirs;
        try (OnnxBackbone backbone = OnnxBackbone.open(taken, Normalisation.SIGNED, 1)) {
            theirs = accuracy(exported, head, scaled(backbone.features(images, SIDE)));
        }

        assertThat(ours).isGreaterThan(0.7);
        assertThat(theirs).isCloseTo(ours, within(SIX_IMAGES));
    }

    /** Drawn weights give features in the hundreds, with which no learning rate fits. */
    private static float[][] scaled(float[][] features) {
        for (float[] row : features) {
            for (int i = 0; i < row.length; i++) {
                row[i] /= 100;
            }
        }
        return features;
    }

    private double accuracy(NetworkSettings network, Map<String, float[]> parameters, float[][] features)
            throws Exception {
        Path begun = folder.resolve("begun");
        Path learnt = folder.resolve("learnt");
        new Checkpoint(network, parameters).write(begun);
        int[] numbers = IntStream.range(0, IMAGES).toArray();
        TrainingPool pool =
                new TrainingPool(new TrainingExamples.Features(features), labels(), numbers, new int[IMAGES]);
        TrainingSettings settings = Stripes.training(Miner.SEMI_HARD, 0.2, new TrainedPart.HeadOnly(), BatchNorm.BATCH);
        try (Trainer trainer = Trainer.open(ENGINE.learners(Precision.FP32), begun, settings)) {
            trainer.train(pool, pool, new Round(1, 0.05, 150, 0), progress -> {});
            trainer.save(learnt);
        }
        return withNearestOfItsClass(FeatureHead.open(learnt).embed(features));
    }

    private static int[] labels() {
        return IntStream.range(0, IMAGES).map(image -> image % CLASSES).toArray();
    }

    /** Stripes of one width for each class, with much noise. */
    private static List<byte[]> images() {
        SplittableRandom random = Seeds.random(1);
        List<byte[]> images = new ArrayList<>();
        for (int image = 0; image < IMAGES; image++) {
            int width = 2 + 2 * (image % CLASSES);
            int start = random.nextInt(SIDE);
            byte[] pixels = new byte[SIDE * SIDE];
            for (int p = 0; p < pixels.length; p++) {
                pixels[p] = (byte) (130 * ((start + p % SIDE) / width % 2) + random.nextInt(125));
            }
            images.add(pixels);
        }
        return images;
    }

    private static double withNearestOfItsClass(float[][] embeddings) {
        int right = 0;
        for (int i = 0; i < embeddings.length; i++) {
            int nearest = -1;
            double least = Double.MAX_VALUE;
            for (int j = 0; j < embeddings.length; j++) {
                double distance = 0;
                for (int k = 0; k < embeddings[i].length; k++) {
                    distance += Math.pow(embeddings[i][k] - (double) embeddings[j][k], 2);
                }
                if (j != i && distance < least) {
                    least = distance;
                    nearest = j;
                }
            }
            right += nearest % CLASSES == i % CLASSES ? 1 : 0;
        }
        return right / (double) embeddings.length;
    }
}
