package dev.plankton.network.onnx;

import ai.onnx.proto.OnnxMl;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plankton.contracts.BadInputException;
import dev.plankton.network.architecture.InputScaling;
import dev.plankton.network.checkpoint.Checkpoint;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Trained networks for other tools. An ONNX file takes {@code images}, N x 1 x side x side grey values from 0 to 255,
 * and gives {@code embedding}, N x dimensions. Its metadata say which network it is and where it comes from. They also
 * state the scaling, which the graph already applies.
 */
public final class OnnxFile {
    private OnnxFile() {}

    /** The file computes one embedding, so whoever runs it has to know how ours comes about. */
    private static final String MEAN_OF_SYMMETRIES =
            "An embedding is the mean of what this file gives for the eight symmetries of the image (quarter turns, mirrored or not), scaled to length 1 if the head is a sphere.";

    /**
     * What a checkpoint does not hold.
     *
     * @param checkpoint artifact id of the checkpoint
     * @param classes names of the classes that it was trained on, in the order of their numbers; empty if unknown
     */
    public record Origin(String checkpoint, List<String> classes) {
        public Origin {
            classes = List.copyOf(classes);
        }
    }

    /**
     * Writes the ONNX file. The same checkpoint and origin give the same bytes.
     *
     * @throws IOException if the checkpoint cannot be read or is not one, or the file cannot be written
     */
    public static void write(Path checkpoint, Origin origin, Path file) throws IOException {
        OnnxMl.ModelProto model = model(checkpoint, Checkpoint.read(checkpoint), origin);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            model.writeTo(out);
        }
    }

    /**
     * @param file the file that the checkpoint was read from
     * @throws IOException if the checkpoint lacks parameters
     */
    static OnnxMl.ModelProto model(Path file, Checkpoint checkpoint, Origin origin) throws IOException {
        if (checkpoint.network().onnx().isPresent()) {
            throw new BadInputException(
                    "The backbone of checkpoint %s is an ONNX file already; use that file for the features and the checkpoint for the head."
                            .formatted(file.getFileName()));
        }
        JsonMapper json = JsonMapper.builder().build();
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("checkpoint", origin.checkpoint());
        metadata.put("classes", json.writeValueAsString(origin.classes()));
        metadata.put("network", checkpoint.networkAsJson());
        InputScaling scaling = checkpoint.network().scaling();
        metadata.put("scaling", "images / %s - %s".formatted(scaling.divisor(), scaling.subtrahend()));
        if (checkpoint.network().testTimeSymmetries()) {
            metadata.put("symmetries", MEAN_OF_SYMMETRIES);
        }
        try {
            return OnnxModel.of(checkpoint, metadata);
        } catch (IllegalArgumentException e) {
            throw new IOException("%s is not a checkpoint of this network: %s".formatted(file, e.getMessage()), e);
        }
    }
}
