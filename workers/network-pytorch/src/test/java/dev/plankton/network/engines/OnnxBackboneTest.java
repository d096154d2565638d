package dev.plankton.network.engines;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.Backbone;
import dev.plankton.contracts.choices.Head;
import dev.plankton.contracts.choices.Normalisation;
import dev.plankton.network.architecture.InputScaling;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.data.Seeds;
import dev.plankton.network.engine.FeatureExtractor;
import dev.plankton.network.onnx.OnnxBackbone;
import dev.plankton.network.onnx.OnnxBackboneFile;
import dev.plankton.network.onnx.OnnxBackboneImport;
import dev.plankton.network.testing.DrawnCheckpoint;
import dev.plankton.network.testing.ExportedBackbone;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of our own exporter, and one of PyTorch's, which src/test/python/onnx_backbone.py made. */
class OnnxBackboneTest {
    private static final int SIDE = 75;

    @TempDir
    Path folder;

    @Test
    void anExportedInceptionHasTheFeaturesOfTheBuiltInOne() throws Exception {
        NetworkSettings network =
                new NetworkSettings(Backbone.INCEPTION_V3, Head.SPHERE, "mixed8", SIDE, 8, InputScaling.SIGNED);
        Path checkpoint = DrawnCheckpoint.write(network, 5, folder.resolve("checkpoint"));
        Path exported = ExportedBackbone.write(checkpoint, network.featureCount(), folder.resolve("model.onnx"));
        Path taken = folder.resolve("taken");
        List<byte[]> images = images(3);

        OnnxBackboneFile found = new OnnxBackboneImport(exported, Optional.empty(), OptionalInt.empty()).write(taken);

        assertThat(found).isEqualTo(new OnnxBackboneFile("scaling/scaled", 1, SIDE, "features", 1280));
        assertThat(OnnxBackboneFile.read(taken)).isEqualTo(found);
        try (FeatureExtractor ours =
                        BothEngines.ENGINES.any().features(network, DrawnCheckpoint.parameters(network, 5));
                OnnxBackbone theirs = OnnxBackbone.open(taken, Normalisation.SIGNED, 1)) {
            assertClose(theirs.features(images, SIDE), ours.features(images, SIDE));
        }
    }

    @Test
    void aFileOfPyTorchHasPyTorchsFeatures() throws Exception {
        Path model = resource("onnx_backbone.onnx");
        JsonNode expected = JsonMapper.builder().build().readTree(Files.readAllBytes(resource("onnx_backbone.json")));
        Path taken = folder.resolve("taken");
        byte[] image = new byte[32 * 32];
        for (int i = 0; i < image.length; i++) {
            image[i] = (byte) (i * 7 % 256);
        }

        new OnnxBackboneImport(model, Optional.of("map"), OptionalInt.of(32)).write(taken);

        try (OnnxBackbone backbone = OnnxBackbone.open(taken, Normalisation.IMAGENET, 1)) {
            float[] row = backbone.features(List.of(image), 32)[0];
            assertThat(row).hasSize(expected.size());
            for (int i = 0; i < row.length; i++) {
                assertThat((double) row[i]).isCloseTo(expected.get(i).asDouble(), within(1e-5));
            }
        }
    }

    @Test
    void whatAFileLeavesOpenMustBeSaid() throws Exception {
        Path model = resource("onnx_backbone.onnx");
        assertRefused(model, Optional.of("map"), OptionalInt.empty(), "it leaves the size of images open");
        assertRefused(model, Optional.empty(), OptionalInt.of(32), "choose one of map, tokens with --output");
        assertRefused(model, Optional.of("pooled"), OptionalInt.of(32), "it has no output pooled, only map, tokens");
        assertRefused(model, Optional.of("tokens"), OptionalInt.of(32), "output tokens is neither N x features nor");
        assertRefused(model, Optional.of("map"), OptionalInt.of(8), "only 16 to 1024 are possible");
    }

    @Test
    void otherFilesAreRefused() throws Exception {
        Path text = Files.writeString(folder.resolve("text.onnx"), "no model");
        assertRefused(text, Optional.empty(), OptionalInt.empty(), "text.onnx is not an ONNX file");
        assertThatThrownBy(() -> OnnxBackboneFile.read(resource("onnx_backbone.onnx")))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("is no ONNX file that ./plankton weights import took");
    }

    private void assertRefused(Path model, Optional<String> output, OptionalInt side, String reason) {
        assertThatThrownBy(() -> new OnnxBackboneImport(model, output, side).write(folder.resolve("refused")))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(reason);
    }

    private Path resource(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = requireNonNull(getClass().getResourceAsStream(name))) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }

    private static List<byte[]> images(int count) {
        List<byte[]> images = new ArrayList<>();
        for (int image = 0; image < count; image++) {
            byte[] pixels = new byte[SIDE * SIDE];
            Seeds.random(image).nextBytes(pixels);
            images.add(pixels);
        }
        return images;
    }

    private static void assertClose(float[][] actual, float[][] expected) {
        assertThat(actual).hasDimensions(expected.length, expected[0].length);
        for (int row = 0; row < expected.length; row++) {
            float largest = 0;
            for (float value : expected[row]) {
                largest = Math.max(largest, Math.abs(value));
            }
            assertThat(largest).isPositive();
            assertThat(actual[row])
                    .usingComparatorWithPrecision(1e-5f * largest)
                    .containsExactly(expected[row]);
        }
    }
}
