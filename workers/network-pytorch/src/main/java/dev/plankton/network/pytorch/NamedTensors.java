package dev.plankton.network.pytorch;

import dev.plankton.network.architecture.Parameters;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.bytedeco.pytorch.Tensor;

/** Tensors by the name of the parameter that they belong to, in the order of the names. It owns them. */
final class NamedTensors implements AutoCloseable {
    private final Map<String, Tensor> tensors = new TreeMap<>();
    private boolean closed;

    private NamedTensors() {}

    /** @throws IllegalArgumentException if an array is missing or has another length */
    static NamedTensors copy(Map<String, long[]> shapes, Map<String, float[]> values, Placement placement) {
        shapes.forEach((name, shape) -> {
            float[] found = values.get(name);
            if (found == null || found.length != length(shape)) {
                throw new IllegalArgumentException(
                        "%s has %d values, not %d".formatted(name, found == null ? 0 : found.length, length(shape)));
            }
        });
        NamedTensors copy = new NamedTensors();
        shapes.forEach((name, shape) -> copy.tensors.put(
                name,
                Tensors.owned(() -> Tensors.channelsLast(
                        placement.put(Tensors.of(Objects.requireNonNull(values.get(name)), shape))))));
        return copy;
    }

    /** Like {@link #copy}, with 0 for what is missing. */
    static NamedTensors copyOrZero(Map<String, long[]> shapes, Map<String, float[]> values, Placement placement) {
        Map<String, float[]> all = new TreeMap<>(values);
        shapes.forEach((name, shape) -> all.putIfAbsent(name, new float[length(shape)]));
        return copy(shapes, all, placement);
    }

    private static int length(long[] shape) {
        return Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
    }

    /** The parameter of a layer. */
    Tensor get(String layer, String parameter) {
        return get(Parameters.name(layer, parameter));
    }

    Tensor get(String name) {
        return Objects.requireNonNull(all().get(name), name);
    }

    /** @throws IllegalStateException if they are closed */
    Map<String, Tensor> all() {
        if (closed) {
            throw new IllegalStateException("the network is closed");
        }
        return tensors;
    }

    Map<String, float[]> read() {
        Map<String, float[]> values = new TreeMap<>();
        all().forEach((name, tensor) -> values.put(name, Tensors.floats(tensor)));
        return values;
    }

    @Override
    public void close() {
        closed = true;
        tensors.values().forEach(Tensor::close);
    }
}
