package dev.plankton.network.architecture;

import dev.plankton.contracts.choices.Backbone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A backbone as data, from which any engine can build it.
 *
 * @param channels number of equal channels to which a grey image is copied
 * @param nodes the nodes; each comes after its inputs
 * @param stages names of the nodes at which the backbone may be cut: later nodes depend on earlier ones only through
 *     such a node
 */
public record Architecture(int channels, List<BackboneNode> nodes, List<String> stages) {
    /** The name of the images, the input of the first node. */
    public static final String IMAGES = "images";
    /** Keras' name for the features of the whole backbone. */
    public static final String WHOLE = "avg_pool";

    public Architecture {
        nodes = List.copyOf(nodes);
        stages = List.copyOf(stages);
    }

    public static Architecture of(Backbone backbone) {
        return switch (backbone) {
            case SMALL -> SmallBackbone.architecture();
            case INCEPTION_V3 -> InceptionV3.architecture();
            case ONNX -> throw new IllegalArgumentException("the nodes of a backbone in an ONNX file are not known");
        };
    }

    /** A backbone that another library computes: a single node, whose output are the features. */
    static Architecture ofFeatures(int count) {
        String features = "features";
        return new Architecture(
                count, List.of(new BackboneNode.Concatenation(features, List.of(IMAGES))), List.of(features));
    }

    /** Height and width in pixels and the channels of a node's output. */
    public record Shape(int height, int width, int channels) {}

    /** The stage after which features are taken: {@link #WHOLE} means the last. */
    public String stage(String features) {
        return features.equals(WHOLE) ? stages.getLast() : features;
    }

    /**
     * Number of nodes up to the end of a stage.
     *
     * @throws IllegalArgumentException if there is no such stage
     */
    public int nodesUpTo(String stage) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).name().equals(stage)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("no stage is called " + stage);
    }

    /** The stage before the given one; empty for the first. */
    public Optional<String> before(String stage) {
        int place = stages.indexOf(stage);
        return place == 0 ? Optional.empty() : Optional.of(stages.get(place - 1));
    }

    /**
     * The shape of the images and of each node's output, by name.
     *
     * @param side height and width of the images in pixels
     */
    public Map<String, Shape> shapes(int side) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        shapes.put(IMAGES, new Shape(side, side, channels));
        for (BackboneNode node : nodes) {
            List<Shape> inputs = new ArrayList<>();
            node.inputs().forEach(input -> inputs.add(Objects.requireNonNull(shapes.get(input))));
            shapes.put(node.name(), shape(node, inputs));
        }
        return shapes;
    }

    /**
     * The shape of {@link #IMAGES} or of a node's output.
     *
     * @param side height and width of the images in pixels
     */
    public Shape shape(String name, int side) {
        return Objects.requireNonNull(shapes(side).get(name), () -> "nothing is called " + name);
    }

    private static Shape shape(BackboneNode node, List<Shape> inputs) {
        Shape first = inputs.getFirst();
        return switch (node) {
            case BackboneNode.Convolution c ->
                new Shape(
                        shrunk(first.height, c.kernelHeight(), c.stride(), c.padded()),
                        shrunk(first.width, c.kernelWidth(), c.stride(), c.padded()),
                        c.filters());
            case BackboneNode.Pool p ->
                new Shape(
                        shrunk(first.height, p.kernel(), p.stride(), p.padded()),
                        shrunk(first.width, p.kernel(), p.stride(), p.padded()),
                        first.channels);
            case BackboneNode.Concatenation c ->
                new Shape(
                        first.height,
                        first.width,
                        inputs.stream().mapToInt(Shape::channels).sum());
        };
    }

    /**
     * The length in pixels of the output of a convolution or pooling along one axis. Padded is Keras' "same", not
     * padded is its "valid".
     */
    public static int shrunk(int length, int kernel, int stride, boolean padded) {
        return padded ? (length + stride - 1) / stride : (length - kernel) / stride + 1;
    }

    /**
     * The padding in pixels along one axis, both ends together. Padded is Keras' "same", not padded is its "valid". If
     * the padding is odd, the far end gets one pixel more.
     */
    public static int padding(int length, int kernel, int stride, boolean padded) {
        int taken = (shrunk(length, kernel, stride, padded) - 1) * stride + kernel;
        return padded ? Math.max(0, taken - length) : 0;
    }
}
