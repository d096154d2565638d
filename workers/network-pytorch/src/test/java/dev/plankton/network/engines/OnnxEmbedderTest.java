package dev.plankton.network.engines;

import static dev.plankton.network.engines.BothEngines.EMBEDDERS;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtEnvironment;
import dev.plankton.contracts.choices.Backbone;
import dev.plankton.contracts.choices.EmbeddingEngine;
import dev.plankton.contracts.choices.Head;
import dev.plankton.network.architecture.InputScaling;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.checkpoint.Checkpoint;
import dev.plankton.network.data.Seeds;
import dev.plankton.network.engine.ComputeThreads;
import dev.plankton.network.engine.Embedder;
import dev.plankton.network.testing.DrawnCheckpoint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ONNX Runtime shares no code with the other engines and computes what the file says, so this test checks the file as well. */
class OnnxEmbedderTest {
    @TempDir
    Path folder;

    /** Includes odd sides, whose padding is uneven. */
    @ParameterizedTest
    @CsvSource({
        "SMALL,SPHERE,avg_pool,64,UNIT",
        "SMALL,SIGMOID,avg_pool,64,SIGNED",
        "SMALL,SIGMOID,mixed1,37,SIGNED",
        "SMALL,SPHERE,avg_pool,16,SIGNED",
        "INCEPTION_V3,SIGMOID,avg_pool,75,SIGNED",
        "INCEPTION_V3,SPHERE,mixed8,75,SIGNED"
    })
    void allEnginesAgree(Backbone backbone, Head head, String features, int side, InputScaling scaling)
            throws Exception {
        NetworkSettings network = new NetworkSettings(backbone, head, features, side, 8, scaling);
        Path file = DrawnCheckpoint.write(network, 5, folder.resolve("checkpoint"));
        List<byte[]> images = images(5, side);
        try (Embedder dl4j = EMBEDDERS.open(file, EmbeddingEngine.DL4J);
                Embedder pytorch = EMBEDDERS.open(file, EmbeddingEngine.PYTORCH);
                Embedder onnx = EMBEDDERS.open(file, EmbeddingEngine.ONNX_RUNTIME)) {
            assertThat(onnx.dimensions()).isEqualTo(8);
            float[][] five = onnx.embed(images, side);
            assertClose(five, dl4j.embed(images, side));
            assertClose(five, pytorch.embed(images, side));
            assertThat(pytorch.engine()).isEqualTo(EmbeddingEngine.PYTORCH);
            assertClose(onnx.embed(images.subList(2, 3), side), new float[][] {five[2]});
            assertThat(largestDifference(five[0], five[1]))
                    .as("the images' own part of their embeddings")
                    .isGreaterThan(1e-2);
        }
    }

    @Test
    void embeddingsDependOnTheImageAlone() throws Exception {
        List<byte[]> images = images(70, 40);
        try (Embedder embedder = EMBEDDERS.open(small(Head.SPHERE, Map.of()), EmbeddingEngine.ONNX_RUNTIME)) {
            float[][] together = embedder.embed(images, 40);
            for (int i : new int[] {0, 63, 64, 69}) {
                float[][] alone = embedder.embed(images.subList(i, i + 1), 40);
                assertThat(largestDifference(alone[0], together[i])).isLessThan(1e-6);
            }
            assertThatThrownBy(() -> embedder.embed(List.of(new byte[64]), 8))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void zeroOutputsStayZeroOnTheSphere() throws Exception {
        Path file = small(Head.SPHERE, Map.of("embedding/W", new float[192 * 8], "embedding/b", new float[8]));
        for (EmbeddingEngine engine : EmbeddingEngine.values()) {
            try (Embedder embedder = EMBEDDERS.open(file, engine)) {
                assertThat(embedder.embed(images(1, 32), 32)[0]).containsOnly(0);
            }
        }
    }

    @Test
    void whatLacksParametersIsNotLoaded() throws Exception {
        Path file = small(Head.SPHERE, Map.of("stem1/shift", new float[3]));
        for (EmbeddingEngine engine :
                List.of(EmbeddingEngine.DL4J, EmbeddingEngine.PYTORCH, EmbeddingEngine.ONNX_RUNTIME)) {
            assertThatThrownBy(() -> EMBEDDERS.open(file, engine))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("stem1/shift has 3 values, not 32");
        }
    }

    @Test
    void theFastestIsOneOfTheOthers() throws Exception {
        try (Embedder embedder = EMBEDDERS.open(small(Head.SPHERE, Map.of()), EmbeddingEngine.FASTEST)) {
            assertThat(embedder.engine())
                    .isIn(EmbeddingEngine.DL4J, EmbeddingEngine.PYTORCH, EmbeddingEngine.ONNX_RUNTIME);
            assertThat(embedder.embed(images(2, 32), 32)).hasDimensions(2, 8);
        }
    }

    @Test
    void takesAsManyThreadsAsTheEnvironmentSays() {
        assertThat(ComputeThreads.ofTheNetwork(Map.of("OMP_NUM_THREADS", "3"))).isEqualTo(3);
        int processors = Runtime.getRuntime().availableProcessors();
        for (String nonsense : List.of("", "0", "many", "99999999999")) {
            assertThat(ComputeThreads.ofTheNetwork(Map.of("OMP_NUM_THREADS", nonsense)))
                    .isEqualTo(processors);
        }
        assertThat(ComputeThreads.ofTheNetwork(Map.of())).isEqualTo(processors);
    }

    /** From 1.29 on, Microsoft's builds report what they run to Microsoft unless an environment variable forbids it. */
    @Test
    void theRuntimeReportsToNobody() throws IOException {
        try (InputStream library =
                requireNonNull(OrtEnvironment.class.getResourceAsStream("native/linux-x64/libonnxruntime.so"))) {
            assertThat(new String(library.readAllBytes(), StandardCharsets.ISO_8859_1))
                    .contains("onnxruntime")
                    .doesNotContain("ORT_DISABLE_TELEMETRY")
                    .doesNotContain("data.microsoft.com");
        }
    }

    private Path small(Head head, Map<String, float[]> otherwise) throws IOException {
        NetworkSettings network = new NetworkSettings(Backbone.SMALL, head, "avg_pool", 32, 8, InputScaling.SIGNED);
        Map<String, float[]> parameters = new TreeMap<>(DrawnCheckpoint.parameters(network, 1));
        parameters.putAll(otherwise);
        Path file = folder.resolve("small");
        new Checkpoint(network, parameters).write(file);
        return file;
    }

    /** Each image has its own mean and contrast, so that the images still differ after all the averaging. */
    private static List<byte[]> images(int count, int side) {
        List<byte[]> images = new ArrayList<>();
        for (int image = 0; image < count; image++) {
            byte[] pixels = new byte[side * side];
            Seeds.random(image).nextBytes(pixels);
            Arrays.fill(pixels, pixels.length * image / count, pixels.length, (byte) (40 * image));
            images.add(pixels);
        }
        return images;
    }

    private static void assertClose(float[][] actual, float[][] expected) {
        assertThat(actual).hasDimensions(expected.length, expected[0].length);
        for (int row = 0; row < expected.length; row++) {
            assertThat(largestDifference(actual[row], expected[row])).isLessThan(1e-5);
        }
    }

    private static double largestDifference(float[] left, float[] right) {
        double largest = 0;
        for (int i = 0; i < left.length; i++) {
            largest = Math.max(largest, Math.abs(left[i] - right[i]));
        }
        return largest;
    }
}
