package dev.plankton.weights;

import dev.plankton.network.architecture.ConvolutionShape;
import dev.plankton.network.architecture.InceptionShapes;
import dev.plankton.network.testing.SeededInception;
import dev.plankton.network.testing.SeededInception.Quantised;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tensors of a seeded Inception v3 under Keras' names and in Keras' layout, for tests to change and to write.
 *
 * @param tensors by name, {@code conv2d_1/kernel}
 */
record KerasModel(Map<String, Part> tensors) {

    record Part(List<Integer> shape, Quantised values) {
        Tensor named(String path) {
            return new Tensor(path, shape, values::values);
        }
    }

    /** @param first the number of the first layer of each kind; 0 is not written */
    static KerasModel numberedFrom(int first) {
        Map<String, Part> tensors = new LinkedHashMap<>();
        for (ConvolutionShape shape : InceptionShapes.all()) {
            int number = first + shape.number() - 1;
            String suffix = number == 0 ? "" : "_" + number;
            Map<String, Quantised> arrays = SeededInception.quantised(shape);
            List<Integer> perOutput = List.of(shape.outputs());
            String normalisation = "batch_normalization" + suffix;
            Map.of("beta", "shift", "moving_mean", "mean", "moving_variance", "variance")
                    .forEach((keras, ours) -> tensors.put(
                            normalisation + "/" + keras, new Part(perOutput, arrays.getOrDefault(ours, nothing()))));
            Quantised kernel = outputsLast(arrays.getOrDefault("W", nothing()), shape);
            tensors.put("conv2d" + suffix + "/kernel", new Part(shape.kernel(), kernel));
        }
        return new KerasModel(tensors);
    }

    private static Quantised nothing() {
        return new Quantised(new byte[0], 0, 0);
    }

    /** From outputs x inputs x height x width to height x width x inputs x outputs. */
    private static Quantised outputsLast(Quantised filters, ConvolutionShape shape) {
        byte[] kernel = new byte[filters.stored().length];
        int from = 0;
        for (int output = 0; output < shape.outputs(); output++) {
            for (int input = 0; input < shape.inputs(); input++) {
                for (int pixel = 0; pixel < shape.height() * shape.width(); pixel++) {
                    kernel[(pixel * shape.inputs() + input) * shape.outputs() + output] = filters.stored()[from++];
                }
            }
        }
        return new Quantised(kernel, filters.min(), filters.scale());
    }

    KerasModel with(String name, Part part) {
        Map<String, Part> changed = new LinkedHashMap<>(tensors);
        changed.put(name, part);
        return new KerasModel(changed);
    }

    KerasModel without(String name) {
        Map<String, Part> changed = new LinkedHashMap<>(tensors);
        changed.remove(name);
        return new KerasModel(changed);
    }

    static Part constant(double value, Integer... shape) {
        int size = 1;
        for (int length : shape) {
            size *= length;
        }
        return new Part(List.of(shape), new Quantised(new byte[size], value, 0));
    }

    List<Tensor> list() {
        List<Tensor> list = new ArrayList<>();
        tensors.forEach((name, part) -> list.add(part.named(name)));
        return list;
    }
}
