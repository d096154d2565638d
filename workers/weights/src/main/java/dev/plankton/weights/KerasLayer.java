package dev.plankton.weights;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A layer of a Keras model and its variables by their plain names, {@code kernel} or {@code moving_mean}.
 *
 * <p>Keras numbers the layers of a kind as it creates them; in each process the numbers continue where the last model
 * ended: {@code conv2d}, {@code conv2d_1}, ... in newer versions, {@code conv2d_1}, {@code conv2d_2}, ... in older
 * ones. So the order of the numbers says which layer is which, but the numbers themselves do not.
 */
record KerasLayer(String name, Map<String, Tensor> variables) {

    /** The kinds of layers with variables in Inception v3 without its top. */
    enum Kind {
        CONVOLUTION("conv2d", "convolutions", "conv2d(?:_(\\d{1,9}))?"),
        // TensorFlow 1.13 to 1.15 wrote the version of the layer's class into its name.
        NORMALISATION("batch_normalization", "batch normalisations", "batch_normalization(?:_v\\d)?(?:_(\\d{1,9}))?");

        private final String word;
        private final String plural;
        private final Pattern pattern;

        Kind(String word, String plural, String pattern) {
            this.word = word;
            this.plural = plural;
            this.pattern = Pattern.compile(pattern);
        }
    }

    /**
     * The layers of a kind, in the order in which they were created.
     *
     * @param wanted how many there must be
     * @throws UnusableWeightsException if there are more or fewer, or two with one name
     */
    static List<KerasLayer> inOrder(Kind kind, List<Tensor> tensors, int wanted) {
        TreeMap<Integer, KerasLayer> layers = new TreeMap<>();
        for (Tensor tensor : tensors) {
            String[] parts = tensor.path().split("/");
            for (int i = 0; i < parts.length - 1; i++) {
                Matcher name = kind.pattern.matcher(parts[i]);
                if (name.matches()) {
                    int number = name.group(1) == null ? 0 : Integer.parseInt(name.group(1));
                    String layer = parts[i];
                    layers.computeIfAbsent(number, any -> new KerasLayer(layer, new HashMap<>()))
                            .add(parts[parts.length - 1].replaceFirst(":\\d+$", ""), tensor);
                    break; // inside the layer, TensorFlow may repeat its name with a number of its own
                }
            }
        }
        if (layers.size() != wanted) {
            throw new UnusableWeightsException("it holds %d %s, Inception v3 has %d%s"
                    .formatted(layers.size(), kind.plural, wanted, gap(kind, layers)));
        }
        return new ArrayList<>(layers.values());
    }

    private void add(String variable, Tensor tensor) {
        if (variables.put(variable, tensor) != null) {
            throw new UnusableWeightsException("it holds %s/%s twice".formatted(name, variable));
        }
    }

    private static String gap(Kind kind, TreeMap<Integer, KerasLayer> layers) {
        if (layers.isEmpty()) {
            return "; they would be called %s_1, %s_2 and so on".formatted(kind.word, kind.word);
        }
        for (int number = layers.firstKey(); number < layers.lastKey(); number++) {
            if (!layers.containsKey(number)) {
                return "; %s_%d is missing".formatted(kind.word, number);
            }
        }
        return "";
    }

    /**
     * The values of a variable.
     *
     * @throws UnusableWeightsException if there is no variable of that name, it has another shape or a value is not
     *     finite
     */
    float[] values(String variable, List<Integer> shape) throws IOException {
        Tensor tensor = variables.get(variable);
        if (tensor == null) {
            throw new UnusableWeightsException("%s has no %s".formatted(name, variable));
        }
        if (!tensor.shape().equals(shape)) {
            throw new UnusableWeightsException(
                    "%s/%s has shape %s, Inception v3 needs %s".formatted(name, variable, tensor.shape(), shape));
        }
        float[] values = tensor.values().read();
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new UnusableWeightsException(
                        "%s/%s holds the value %s; every weight must be finite".formatted(name, variable, value));
            }
        }
        return values;
    }
}
