package dev.plankton.network.onnx;

import ai.onnx.proto.OnnxMl;
import dev.plankton.contracts.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A backbone in an ONNX file of another tool. The import adds what it found out to the file's metadata, so that the
 * file says by itself how to use it.
 *
 * @param input name of the input, N x channels x side x side
 * @param channels 1 or 3
 * @param side height and width of its images in pixels
 * @param output name of the output, N x features, or N x features x height x width, whose mean is taken
 * @param features number of features of an image
 */
public record OnnxBackboneFile(String input, int channels, int side, String output, int features) {
    private static final String PREFIX = "plankton.";
    private static final long MOST_BYTES = Integer.MAX_VALUE;

    /** @throws BadInputException if the file is no ONNX file that was imported */
    public static OnnxBackboneFile read(Path file) throws IOException {
        Map<String, String> found = new HashMap<>();
        parse(file).getMetadataPropsList().forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        try {
            return new OnnxBackboneFile(
                    text(found, "input"),
                    Integer.parseInt(text(found, "channels")),
                    Integer.parseInt(text(found, "side")),
                    text(found, "output"),
                    Integer.parseInt(text(found, "features")));
        } catch (IllegalArgumentException e) {
            throw new BadInputException(
                    "weights %s is no ONNX file that ./plankton weights import took; import it, or choose another backbone."
                            .formatted(file.getFileName()),
                    e);
        }
    }

    private static String text(Map<String, String> metadata, String key) {
        return Optional.ofNullable(metadata.get(PREFIX + key)).orElseThrow(() -> new IllegalArgumentException(key));
    }

    /** Writes the model with these properties in its metadata. */
    void write(OnnxMl.ModelProto model, Path file) throws IOException {
        OnnxMl.ModelProto.Builder described = model.toBuilder();
        List<OnnxMl.StringStringEntryProto> others = model.getMetadataPropsList().stream()
                .filter(entry -> !entry.getKey().startsWith(PREFIX))
                .toList();
        described.clearMetadataProps().addAllMetadataProps(others);
        Map<String, String> own = Map.of(
                "input", input,
                "channels", Integer.toString(channels),
                "side", Integer.toString(side),
                "output", output,
                "features", Integer.toString(features));
        own.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> described.addMetadataProps(OnnxMl.StringStringEntryProto.newBuilder()
                        .setKey(PREFIX + entry.getKey())
                        .setValue(entry.getValue())));
        Files.write(file, described.build().toByteArray());
    }

    /** @throws BadInputException if it is not an ONNX file, is too large, or keeps its weights in other files */
    static OnnxMl.ModelProto parse(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new BadInputException(
                    "%s is larger than 2 GiB, the most that an ONNX file may have.".formatted(file.getFileName()));
        }
        OnnxMl.ModelProto model;
        try {
            model = OnnxMl.ModelProto.parseFrom(Files.readAllBytes(file));
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new BadInputException("%s is not an ONNX file.".formatted(file.getFileName()), e);
        }
        if (model.getGraph().getNodeCount() == 0) {
            throw new BadInputException("%s is not an ONNX file: it has no nodes.".formatted(file.getFileName()));
        }
        String outside = model.getGraph().getInitializerList().stream()
                .filter(tensor -> tensor.getDataLocation() == OnnxMl.TensorProto.DataLocation.EXTERNAL)
                .map(OnnxMl.TensorProto::getName)
                .limit(3)
                .collect(Collectors.joining(", "));
        if (!outside.isEmpty()) {
            throw new BadInputException("%s keeps weights (%s) in other files; save it as one file."
                    .formatted(file.getFileName(), outside));
        }
        return model;
    }
}
