package dev.plankton.network.onnx;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Collects the parts of an ONNX graph of 32-bit floats. Each method that adds a value returns its name. */
final class OnnxGraph {
    /** The name of the dimension whose size each call may choose. */
    private static final String ANY = "N";

    private final OnnxMl.GraphProto.Builder graph;

    OnnxGraph(String name) {
        graph = OnnxMl.GraphProto.newBuilder().setName(name);
    }

    /** @param shape shape of one row; the number of rows is free */
    String input(String name, String meaning, long... shape) {
        graph.addInput(value(name, meaning, shape));
        return name;
    }

    /** @param name name of a value that was added */
    void output(String name, String meaning, long... shape) {
        graph.addOutput(value(name, meaning, shape));
    }

    String constant(String name, float[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        OnnxMl.TensorProto.Builder tensor = OnnxMl.TensorProto.newBuilder()
                .setName(name)
                .setDataType(OnnxMl.TensorProto.DataType.FLOAT.getNumber())
                .setRawData(UnsafeByteOperations.unsafeWrap(bytes));
        for (long length : shape) {
            tensor.addDims(length);
        }
        graph.addInitializer(tensor);
        return name;
    }

    /** @param name name of the node and of its output */
    String node(String name, String operator, List<String> inputs, OnnxMl.AttributeProto... attributes) {
        graph.addNode(OnnxMl.NodeProto.newBuilder()
                .setName(name)
                .setOpType(operator)
                .addAllInput(inputs)
                .addOutput(name)
                .addAllAttribute(List.of(attributes)));
        return name;
    }

    static OnnxMl.AttributeProto attribute(String name, long value) {
        return OnnxMl.AttributeProto.newBuilder()
                .setName(name)
                .setType(OnnxMl.AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    static OnnxMl.AttributeProto attribute(String name, List<Long> values) {
        return OnnxMl.AttributeProto.newBuilder()
                .setName(name)
                .setType(OnnxMl.AttributeProto.AttributeType.INTS)
                .addAllInts(values)
                .build();
    }

    OnnxMl.GraphProto build() {
        return graph.build();
    }

    private static OnnxMl.ValueInfoProto value(String name, String meaning, long... shape) {
        OnnxMl.TensorShapeProto.Builder dimensions =
                OnnxMl.TensorShapeProto.newBuilder().addDim(dimension().setDimParam(ANY));
        for (long length : shape) {
            dimensions.addDim(dimension().setDimValue(length));
        }
        return OnnxMl.ValueInfoProto.newBuilder()
                .setName(name)
                .setDocString(meaning)
                .setType(OnnxMl.TypeProto.newBuilder()
                        .setTensorType(OnnxMl.TypeProto.Tensor.newBuilder()
                                .setElemType(OnnxMl.TensorProto.DataType.FLOAT.getNumber())
                                .setShape(dimensions)))
                .build();
    }

    private static OnnxMl.TensorShapeProto.Dimension.Builder dimension() {
        return OnnxMl.TensorShapeProto.Dimension.newBuilder();
    }
}
