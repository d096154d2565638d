package dev.plankton.network;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import onnx.Onnx;
import org.nd4j.shade.protobuf.UnsafeByteOperations;

/** Collects the parts of an ONNX graph of 32-bit numbers; what adds a value gives its name. */
final class OnnxGraph {
    /** What a dimension is called that each call may choose. */
    private static final String ANY = "N";

    private final Onnx.GraphProto.Builder graph;

    OnnxGraph(String name) {
        graph = Onnx.GraphProto.newBuilder().setName(name);
    }

    /** @param shape of one row; as many rows as the caller likes */
    String input(String name, String meaning, long... shape) {
        graph.addInput(value(name, meaning, shape));
        return name;
    }

    /** @param name of a value that was added */
    void output(String name, String meaning, long... shape) {
        graph.addOutput(value(name, meaning, shape));
    }

    String constant(String name, float[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        Onnx.TensorProto.Builder tensor = Onnx.TensorProto.newBuilder()
                .setName(name)
                .setDataType(Onnx.TensorProto.DataType.FLOAT_VALUE)
                .setRawData(UnsafeByteOperations.unsafeWrap(bytes));
        for (long length : shape) {
            tensor.addDims(length);
        }
        graph.addInitializer(tensor);
        return name;
    }

    /** @param name of the node and of what it gives */
    String node(String name, String operator, List<String> inputs, Onnx.AttributeProto... attributes) {
        graph.addNode(Onnx.NodeProto.newBuilder()
                .setName(name)
                .setOpType(operator)
                .addAllInput(inputs)
                .addOutput(name)
                .addAllAttribute(List.of(attributes)));
        return name;
    }

    static Onnx.AttributeProto attribute(String name, long value) {
        return Onnx.AttributeProto.newBuilder()
                .setName(name)
                .setType(Onnx.AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    static Onnx.AttributeProto attribute(String name, List<Long> values) {
        return Onnx.AttributeProto.newBuilder()
                .setName(name)
                .setType(Onnx.AttributeProto.AttributeType.INTS)
                .addAllInts(values)
                .build();
    }

    Onnx.GraphProto build() {
        return graph.build();
    }

    private static Onnx.ValueInfoProto value(String name, String meaning, long... shape) {
        Onnx.TensorShapeProto.Builder dimensions =
                Onnx.TensorShapeProto.newBuilder().addDim(dimension().setDimParam(ANY));
        for (long length : shape) {
            dimensions.addDim(dimension().setDimValue(length));
        }
        return Onnx.ValueInfoProto.newBuilder()
                .setName(name)
                .setDocString(meaning)
                .setType(Onnx.TypeProto.newBuilder()
                        .setTensorType(Onnx.TypeProto.Tensor.newBuilder()
                                .setElemType(Onnx.TensorProto.DataType.FLOAT_VALUE)
                                .setShape(dimensions)))
                .build();
    }

    private static Onnx.TensorShapeProto.Dimension.Builder dimension() {
        return Onnx.TensorShapeProto.Dimension.newBuilder();
    }
}
