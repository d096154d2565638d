package dev.plankton.network.testing;

import ai.onnx.proto.OnnxMl;
import dev.plankton.network.onnx.OnnxFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The backbone of a checkpoint as the ONNX file of a tool that knows nothing of this project: it takes one channel of
 * values that are already scaled, and gives the features.
 */
public final class ExportedBackbone {
    private static final String SCALED = "scaling/scaled";
    private static final String FEATURES = "features";

    private ExportedBackbone() {}

    /** @param count number of features */
    public static Path write(Path checkpoint, int count, Path file) throws IOException {
        OnnxFile.write(checkpoint, new OnnxFile.Origin("", List.of()), file);
        OnnxMl.ModelProto model = OnnxMl.ModelProto.parseFrom(Files.readAllBytes(file));
        OnnxMl.GraphProto.Builder graph = model.getGraph().toBuilder();
        OnnxMl.ValueInfoProto images =
                graph.getInput(0).toBuilder().setName(SCALED).build();
        List<OnnxMl.NodeProto> nodes = graph.getNodeList().stream()
                .filter(node -> !node.getOutput(0).startsWith("scaling/"))
                .filter(node ->
                        !List.of("dense", "length", "divisor", "embedding").contains(node.getOutput(0)))
                .toList();
        graph.clearNode().addAllNode(nodes);
        graph.clearInput().addInput(images);
        graph.clearOutput().addOutput(output(FEATURES, count));
        Files.write(
                file,
                model.toBuilder().clearMetadataProps().setGraph(graph).build().toByteArray());
        return file;
    }

    private static OnnxMl.ValueInfoProto output(String name, int count) {
        OnnxMl.TensorShapeProto shape = OnnxMl.TensorShapeProto.newBuilder()
                .addDim(OnnxMl.TensorShapeProto.Dimension.newBuilder().setDimParam("N"))
                .addDim(OnnxMl.TensorShapeProto.Dimension.newBuilder().setDimValue(count))
                .build();
        OnnxMl.TypeProto type = OnnxMl.TypeProto.newBuilder()
                .setTensorType(
                        OnnxMl.TypeProto.Tensor.newBuilder().setElemType(1).setShape(shape))
                .build();
        return OnnxMl.ValueInfoProto.newBuilder().setName(name).setType(type).build();
    }
}
