package dev.plankton.network.onnx;

import ai.onnx.proto.OnnxMl;
import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.Normalisation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds out how to use a backbone in an ONNX file, and tries it with one black image. */
public final class OnnxBackboneImport {
    private static final int SMALLEST_SIDE = 16;
    private static final int LARGEST_SIDE = 1024;

    private final Path file;
    private final Optional<String> output;
    private final OptionalInt side;

    /**
     * @param output the output to take; needed if there are several
     * @param side height and width of the images; needed if the file leaves them open
     */
    public OnnxBackboneImport(Path file, Optional<String> output, OptionalInt side) {
        this.file = file;
        this.output = output;
        this.side = side;
    }

    /**
     * Writes the described file.
     *
     * @throws BadInputException with a sentence that says what the file lacks
     */
    public OnnxBackboneFile write(Path target) throws IOException {
        OnnxMl.ModelProto model = OnnxBackboneFile.parse(file);
        OnnxBackboneFile untried;
        try (OrtSession.SessionOptions options = OnnxBackbone.quiet();
                OrtSession session = OrtEnvironment.getEnvironment().createSession(model.toByteArray(), options)) {
            untried = described(session.getInputInfo(), session.getOutputInfo());
        } catch (OrtException e) {
            throw refused("ONNX Runtime cannot load it: " + e.getMessage());
        }
        untried.write(model, target);
        int features;
        try (OnnxBackbone tried = OnnxBackbone.open(target, Normalisation.UNIT, 1)) {
            features = tried.tried();
        } catch (IllegalStateException e) {
            throw refused("a first image does not pass through it: " + e.getMessage());
        }
        OnnxBackboneFile described =
                new OnnxBackboneFile(untried.input(), untried.channels(), untried.side(), untried.output(), features);
        described.write(model, target);
        return described;
    }

    private OnnxBackboneFile described(Map<String, NodeInfo> inputs, Map<String, NodeInfo> outputs) {
        if (inputs.size() != 1) {
            throw refused("it has %d inputs (%s), but images are the only input that there is"
                    .formatted(inputs.size(), String.join(", ", inputs.keySet())));
        }
        Map.Entry<String, NodeInfo> input = inputs.entrySet().iterator().next();
        long[] shape = shape(input.getValue());
        if (shape.length != 4 || (shape[1] != 1 && shape[1] != 3)) {
            throw refused("its input %s is not N x 1 or 3 x height x width".formatted(input.getKey()));
        }
        return new OnnxBackboneFile(input.getKey(), (int) shape[1], side(shape), output(outputs), 0);
    }

    private static long[] shape(NodeInfo node) {
        return node.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.FLOAT
                ? tensor.getShape()
                : new long[0];
    }

    private int side(long[] shape) {
        int asked = side.orElse((int) Math.max(shape[2], shape[3]));
        if (asked <= 0) {
            throw refused("it leaves the size of images open; say the side in pixels with --side");
        }
        for (int axis = 2; axis < 4; axis++) {
            if (shape[axis] > 0 && shape[axis] != asked) {
                throw refused("it takes images of %d x %d pixels, not of %d x %d"
                        .formatted(shape[2], shape[3], asked, asked));
            }
        }
        if (asked < SMALLEST_SIDE || asked > LARGEST_SIDE) {
            throw refused("its images have a side of %d pixels, but only %d to %d are possible"
                    .formatted(asked, SMALLEST_SIDE, LARGEST_SIDE));
        }
        return asked;
    }

    private String output(Map<String, NodeInfo> outputs) {
        String names = String.join(", ", outputs.keySet());
        if (output.isPresent() && !outputs.containsKey(output.get())) {
            throw refused("it has no output %s, only %s".formatted(output.get(), names));
        }
        if (output.isEmpty() && outputs.size() > 1) {
            throw refused("it has several outputs; choose one of %s with --output".formatted(names));
        }
        return output.orElse(names);
    }

    private BadInputException refused(String reason) {
        return new BadInputException("%s cannot be imported: %s.".formatted(file.getFileName(), reason));
    }
}
