package dev.plankton.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LayersModelFileTest {

    /** Files in memory. */
    private record Memory(String model, Map<String, byte[]> files) implements ModelFiles {
        @Override
        public byte[] weights(String path) {
            return files.getOrDefault(path, new byte[0]);
        }
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static String manifest(String paths, String weights) {
        return "{\"weightsManifest\":[{\"paths\":[%s],\"weights\":[%s]}]}".formatted(paths, weights);
    }

    private static String weight(String shape, String dtype, String quantization) {
        return "{\"name\":\"w\",\"shape\":[%s],\"dtype\":\"%s\"%s}"
                .formatted(
                        shape, dtype, quantization.isEmpty() ? "" : ",\"quantization\":{%s}".formatted(quantization));
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of("", bytes(0, 0, 0x80, 0x3F, 0, 0, 0x20, 0xC1), new float[] {1, -10}),
                Arguments.of("\"dtype\":\"float16\"", bytes(0, 0x3C, 0xFF, 0xFB), new float[] {1, -65504}),
                Arguments.of("\"dtype\":\"uint16\",\"min\":-1,\"scale\":0.5", bytes(1, 1, 0xFF, 0xFF), new float[] {
                    127.5f, 32766.5f
                }),
                Arguments.of("\"dtype\":\"uint8\",\"min\":-1,\"scale\":0.5", bytes(0, 0xFF), new float[] {-1, 126.5f}));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void decodesWhatIsStoredInAnyNumberOfFiles(String quantization, byte[] stored, float[] values) throws Exception {
        String model = manifest("\"a\",\"b\"", weight("2,1", "float32", quantization));
        Map<String, byte[]> files =
                Map.of("a", new byte[] {stored[0]}, "b", Arrays.copyOfRange(stored, 1, stored.length));
        List<Tensor> tensors = LayersModelFile.tensors(new Memory(model, files));
        assertThat(tensors).hasSize(1);
        assertThat(tensors.getFirst().path()).isEqualTo("w");
        assertThat(tensors.getFirst().shape()).containsExactly(2, 1);
        assertThat(tensors.getFirst().values().read()).isEqualTo(values);
    }

    @Test
    void eachGroupHasItsOwnFilesAndTensorsFollowOneAnother() throws Exception {
        String whole = "\"dtype\":\"uint8\",\"min\":0,\"scale\":1";
        String model =
                "{\"weightsManifest\":[{\"paths\":[\"a\"],\"weights\":[%1$s,%1$s]},{\"paths\":[\"b\"],\"weights\":[%1$s]}]}"
                        .formatted(weight("2", "float32", whole));
        Memory files = new Memory(model, Map.of("a", bytes(1, 2, 3, 4), "b", bytes(5, 6)));
        assertThat(LayersModelFile.tensors(files))
                .extracting(tensor -> tensor.values().read())
                .containsExactly(new float[] {1, 2}, new float[] {3, 4}, new float[] {5, 6});
    }

    static Stream<Arguments> refusals() {
        String whole = "\"dtype\":\"uint8\",\"min\":0,\"scale\":1";
        return Stream.of(
                Arguments.of(
                        manifest("\"a\"", weight("5", "float32", whole)),
                        "its files of weights hold fewer than the 5 bytes that its model.json lists"),
                Arguments.of(
                        manifest("\"a\"", weight("3", "float32", whole)),
                        "its files of weights hold more than the 3 bytes that its model.json lists"),
                Arguments.of(
                        manifest("\"a\",\"a\"", weight("4", "float32", whole)),
                        "its files of weights hold more than the 4 bytes that its model.json lists"),
                Arguments.of(
                        manifest("\"a\"", weight("1", "int32", "")),
                        "w has type int32 stored as int32; only float32 can be read, also if stored as float16, uint16 or uint8"),
                Arguments.of(
                        manifest("\"a\"", weight("1", "float32", "\"dtype\":\"float32\"")),
                        "w has type float32 stored as float32;"),
                Arguments.of(
                        manifest("\"a\"", weight("1", "float32", "\"dtype\":\"uint4\"")),
                        "w has type float32 stored as uint4;"),
                Arguments.of(manifest("\"a\"", weight("-1", "float32", whole)), "w has shape [-1], which is too large"),
                Arguments.of(
                        manifest("\"a\"", weight("65536,65536,65536,65536", "float32", whole)),
                        "w has shape [65536, 65536, 65536, 65536], which is too large"),
                Arguments.of(
                        manifest(
                                "\"a\"",
                                String.join(",", Collections.nCopies(4, weight("268435456", "float32", whole)))),
                        "its model.json lists more than 384 MB of weights"),
                Arguments.of(
                        manifest("\"a\"", String.join(",", Collections.nCopies(20_001, weight("0", "float32", whole)))),
                        "its model.json lists more tensors or files than any such model"),
                Arguments.of(
                        manifest(String.join(",", Collections.nCopies(2_001, "\"a\"")), ""),
                        "its model.json lists more tensors or files than any such model"),
                Arguments.of("{}", "its model.json is damaged or not from a TensorFlow.js model"),
                Arguments.of(
                        "{\"weightsManifest\":[null]}", "its model.json is damaged or not from a TensorFlow.js model"),
                Arguments.of(
                        "{\"weightsManifest\":[{\"paths\":[\"a\"],\"weights\":[{\"shape\":[1]}]}]}",
                        "its model.json is damaged or not from a TensorFlow.js model"),
                Arguments.of("null", "its model.json is damaged or not from a TensorFlow.js model"),
                Arguments.of("", "its model.json is damaged or not from a TensorFlow.js model"),
                Arguments.of(
                        "{\"weightsManifest\":[{\"paths\":[null],\"weights\":[]}]}",
                        "its model.json is damaged or not from a TensorFlow.js model"),
                Arguments.of(
                        manifest("\"a\"", weight("null", "float32", whole)),
                        "its model.json is damaged or not from a TensorFlow.js model"),
                Arguments.of("[".repeat(100_000), "its model.json is damaged or not from a TensorFlow.js model"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refusals")
    void aManifestThatDoesNotFitIsRefused(String model, String clause) {
        assertThatThrownBy(() -> LayersModelFile.tensors(new Memory(model, Map.of("a", bytes(1, 2, 3, 4)))))
                .isInstanceOf(UnusableWeightsException.class)
                .hasMessageContaining(clause);
    }

    @Test
    void wholeNumbersNeedAScale() throws Exception {
        String model = manifest("\"a\"", weight("4", "float32", "\"dtype\":\"uint8\",\"min\":0"));
        List<Tensor> tensors = LayersModelFile.tensors(new Memory(model, Map.of("a", bytes(1, 2, 3, 4))));
        assertThatThrownBy(() -> tensors.getFirst().values().read())
                .isInstanceOf(UnusableWeightsException.class)
                .hasMessage("w has no min or no scale");
    }

    @Test
    void namesAreShownWithoutControlCharactersAndNotInFull() {
        String name = "\\u001b[31m" + "x".repeat(1_000);
        String model = manifest("\"a\"", "{\"name\":\"%s\",\"shape\":[],\"dtype\":\"string\"}".formatted(name));
        assertThatThrownBy(() -> LayersModelFile.tensors(new Memory(model, Map.of())))
                .hasMessageStartingWith("?[31mxxx")
                .satisfies(e -> assertThat(String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8).length)
                        .isLessThan(300));
    }
}
