package dev.plankton.network.dl4j;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.plankton.contracts.choices.Backbone;
import dev.plankton.contracts.choices.Head;
import dev.plankton.network.architecture.InputScaling;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.onnx.OnnxFile;
import dev.plankton.network.testing.DrawnCheckpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxFileTest {
    private static final NetworkSettings NETWORK =
            new NetworkSettings(Backbone.SMALL, Head.SIGMOID, "mixed1", 32, 8, InputScaling.SIGNED);
    private static final OnnxFile.Origin ORIGIN =
            new OnnxFile.Origin("0".repeat(64), List.of("Copepoda \"other\"", "œuf"));

    @TempDir
    Path folder;

    @Test
    void tellsWhatItTakesAndGivesAndIs() throws Exception {
        try (OrtSession session = OrtEnvironment.getEnvironment().createSession(write().toString())) {
            assertThat(session.getInputInfo()).containsOnlyKeys("images");
            assertThat(tensor(session.getInputInfo(), "images").getShape()).containsExactly(-1, 1, 32, 32);
            assertThat(tensor(session.getInputInfo(), "images").getDimensionNames())
                    .startsWith("N");
            assertThat(session.getOutputInfo()).containsOnlyKeys("embedding");
            assertThat(tensor(session.getOutputInfo(), "embedding").getShape()).containsExactly(-1, 8);
            assertThat(session.getMetadata().getProducerName()).isEqualTo("plankton-embedding");
            assertThat(session.getMetadata().getCustomMetadata())
                    .isEqualTo(Map.of(
                            "checkpoint",
                            "0".repeat(64),
                            "classes",
                            "[\"Copepoda \\\"other\\\"\",\"œuf\"]",
                            "network",
                            "{\"backbone\":\"SMALL\",\"head\":\"SIGMOID\",\"features\":\"mixed1\",\"side\":32,\"dimensions\":8,\"scaling\":\"SIGNED\"}",
                            "scaling",
                            "images / 127.5 - 1.0"));
        }
    }

    @Test
    void saysIfAnEmbeddingIsTheMeanOfSeveral() throws Exception {
        Path checkpoint = DrawnCheckpoint.write(NETWORK.withTestTimeSymmetries(true), 1, folder.resolve("checkpoint"));
        Path file = folder.resolve("network.onnx");
        OnnxFile.write(checkpoint, ORIGIN, file);
        try (OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString())) {
            assertThat(session.getMetadata().getCustomMetadata().get("symmetries"))
                    .contains("the mean of what this file gives for the eight symmetries");
        }
    }

    private static TensorInfo tensor(Map<String, NodeInfo> values, String name) {
        return (TensorInfo) requireNonNull(values.get(name)).getInfo();
    }

    @Test
    void theSameCheckpointGivesTheSameBytes() throws Exception {
        byte[] first = Files.readAllBytes(write());
        assertThat(Files.readAllBytes(write())).isEqualTo(first);
    }

    private Path write() throws IOException {
        Path file = folder.resolve("network.onnx");
        OnnxFile.write(DrawnCheckpoint.write(NETWORK, 1, folder.resolve("checkpoint")), ORIGIN, file);
        return file;
    }

    @Test
    void whatIsNoCheckpointLeavesNoFile() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "no checkpoint");
        Path file = folder.resolve("none.onnx");
        assertThatThrownBy(() -> OnnxFile.write(text, ORIGIN, file)).isInstanceOf(IOException.class);
        assertThat(file).doesNotExist();
    }
}
