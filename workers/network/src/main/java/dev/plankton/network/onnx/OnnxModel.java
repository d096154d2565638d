package dev.plankton.network.onnx;

import static dev.plankton.network.onnx.OnnxGraph.attribute;

import ai.onnx.proto.OnnxMl;
import dev.plankton.network.architecture.Architecture;
import dev.plankton.network.architecture.Architecture.Shape;
import dev.plankton.network.architecture.BackboneNode;
import dev.plankton.network.architecture.HeadFunction;
import dev.plankton.network.architecture.InputScaling;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.architecture.Parameters;
import dev.plankton.network.architecture.Section;
import dev.plankton.network.checkpoint.Checkpoint;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A network as a complete ONNX model: it takes grey images, and scales their values and copies them to channels itself.
 * Operator set 13; the same checkpoint gives the same bytes.
 */
final class OnnxModel {
    static final String IMAGES = "images";
    static final String EMBEDDING = "embedding";

    private static final long OPERATOR_SET = 13;
    /** The version of the file format that belongs to that operator set. */
    private static final long FORMAT = 7;

    private final Checkpoint checkpoint;
    private final NetworkSettings network;
    private final Map<String, Shape> shapes;
    private final OnnxGraph graph = new OnnxGraph("plankton");

    private OnnxModel(Checkpoint checkpoint) {
        this.checkpoint = checkpoint;
        this.network = checkpoint.network();
        this.shapes = network.architecture().shapes(network.side());
    }

    /**
     * @param metadata entries that are stored in the model
     * @throws IllegalArgumentException if the checkpoint lacks a parameter
     */
    static OnnxMl.ModelProto of(Checkpoint checkpoint, Map<String, String> metadata) {
        OnnxMl.ModelProto.Builder model = OnnxMl.ModelProto.newBuilder()
                .setIrVersion(FORMAT)
                .setProducerName("plankton-embedding")
                .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
                .setGraph(new OnnxModel(checkpoint).build());
        metadata.forEach((key, value) -> model.addMetadataProps(
                OnnxMl.StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return model.build();
    }

    private OnnxMl.GraphProto build() {
        int side = network.side();
        String images = graph.input(IMAGES, "grey values, 0 black to 255 white, object dark on white", 1, side, side);
        String scaled = scaled(images);
        String last = scaled;
        for (BackboneNode node : Section.whole(network).nodes()) {
            List<String> inputs = node.inputs().stream()
                    .map(input -> input.equals(Architecture.IMAGES) ? scaled : input)
                    .toList();
            last = add(node, inputs);
        }
        graph.output(head(dense(last)), "one vector an image", network.dimensions());
        return graph.build();
    }

    private String scaled(String images) {
        InputScaling scaling = network.scaling();
        String divisor = graph.constant("scaling/divisor", new float[] {scaling.divisor()}, 1);
        String subtrahend = graph.constant("scaling/subtrahend", new float[] {scaling.subtrahend()}, 1);
        String divided = graph.node("scaling/divided", "Div", List.of(images, divisor));
        String scaled = graph.node("scaling/scaled", "Sub", List.of(divided, subtrahend));
        int channels = network.architecture().channels();
        return channels == 1
                ? scaled
                : graph.node("channels", "Concat", Collections.nCopies(channels, scaled), attribute("axis", 1));
    }

    private String add(BackboneNode node, List<String> inputs) {
        return switch (node) {
            case BackboneNode.Convolution convolution -> add(convolution, inputs);
            case BackboneNode.Pool pool -> {
                String operator = switch (pool.kind()) {
                    case LARGEST -> "MaxPool";
                    case MEAN -> "AveragePool"; // by default it does not count the padding
                };
                yield graph.node(
                        pool.name(),
                        operator,
                        inputs,
                        attribute("kernel_shape", List.of((long) pool.kernel(), (long) pool.kernel())),
                        attribute("strides", List.of((long) pool.stride(), (long) pool.stride())),
                        pads(shape(pool.input()), pool.kernel(), pool.kernel(), pool.stride(), pool.padded()));
            }
            case BackboneNode.Concatenation joined -> graph.node(joined.name(), "Concat", inputs, attribute("axis", 1));
        };
    }

    private String add(BackboneNode.Convolution node, List<String> inputs) {
        Shape input = shape(node.input());
        FoldedConvolution folded = FoldedConvolution.of(node, input.channels(), checkpoint);
        String weights = graph.constant(
                node.name() + "/weights",
                folded.weights(),
                node.filters(),
                input.channels(),
                node.kernelHeight(),
                node.kernelWidth());
        String bias = graph.constant(node.name() + "/bias", folded.bias(), node.filters());
        String convolved = graph.node(
                node.name() + "/convolved",
                "Conv",
                List.of(inputs.getFirst(), weights, bias),
                attribute("kernel_shape", List.of((long) node.kernelHeight(), (long) node.kernelWidth())),
                attribute("strides", List.of((long) node.stride(), (long) node.stride())),
                pads(input, node.kernelHeight(), node.kernelWidth(), node.stride(), node.padded()));
        return graph.node(node.name(), "Relu", List.of(convolved));
    }

    private Shape shape(String name) {
        return Objects.requireNonNull(shapes.get(name));
    }

    /** Padding in numbers, because not all tools know "same": above, left, below, right. */
    private static OnnxMl.AttributeProto pads(Shape input, int height, int width, int stride, boolean padded) {
        long down = Architecture.padding(input.height(), height, stride, padded);
        long across = Architecture.padding(input.width(), width, stride, padded);
        return attribute("pads", List.of(down / 2, across / 2, down - down / 2, across - across / 2));
    }

    private String dense(String stage) {
        int features = network.featureCount();
        int dimensions = network.dimensions();
        String pooled = graph.node("pooled", "GlobalAveragePool", List.of(stage));
        String flat = graph.node("features", "Flatten", List.of(pooled), attribute("axis", 1));
        String weights = graph.constant(
                "dense/weights",
                checkpoint.parameter(Parameters.name(Parameters.EMBEDDING, Parameters.WEIGHTS), dimensions * features),
                dimensions,
                features);
        String bias = graph.constant(
                "dense/bias",
                checkpoint.parameter(Parameters.name(Parameters.EMBEDDING, Parameters.BIAS), dimensions),
                dimensions);
        return graph.node("dense", "Gemm", List.of(flat, weights, bias), attribute("transB", 1));
    }

    /** As {@link HeadFunction} computes it. */
    private String head(String dense) {
        return switch (network.head()) {
            case SIGMOID -> graph.node(EMBEDDING, "Sigmoid", List.of(dense));
            case SPHERE -> {
                String length = graph.node(
                        "length", "ReduceL2", List.of(dense), attribute("axes", List.of(1L)), attribute("keepdims", 1));
                String least = graph.constant("least_length", new float[] {(float) HeadFunction.LEAST_LENGTH}, 1);
                String divisor = graph.node("divisor", "Max", List.of(length, least));
                yield graph.node(EMBEDDING, "Div", List.of(dense, divisor));
            }
        };
    }
}
