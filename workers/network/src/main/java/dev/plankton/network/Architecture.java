package dev.plankton.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A backbone as data: what any engine builds it from.
 *
 * @param channels equal channels that a grey image is copied to
 * @param smallestSide of an image that leaves at least one pixel at the end
 * @param nodes each after its inputs
 * @param stages names of the nodes at which it may be cut: all before such a node feeds all behind it through that node
 *     alone
 */
record Architecture(int channels, int smallestSide, List<BackboneNode> nodes, List<String> stages) {
    /** What the first node takes. */
    static final String IMAGES = "images";
    /** The features of the whole backbone, as Keras calls them. */
    static final String WHOLE = "avg_pool";

    Architecture {
        nodes = List.copyOf(nodes);
        stages = List.copyOf(stages);
    }

    static Architecture of(Backbone backbone) {
        return switch (backbone) {
            case SMALL -> SmallBackbone.architecture();
            case INCEPTION_V3 -> InceptionV3.architecture();
        };
    }

    /** Height, width and channels of what a node gives. */
    record Shape(int height, int width, int channels) {}

    /** The stage after which features are taken: {@link #WHOLE} means the last. */
    String stage(String features) {
        return features.equals(WHOLE) ? stages.getLast() : features;
    }

    /**
     * How many nodes there are up to the end of a stage.
     *
     * @param stage "" for none
     */
    int nodesUpTo(String stage) {
        if (stage.isEmpty()) {
            return 0;
        }
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).name().equals(stage)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("no stage is called " + stage);
    }

    /** The stage before one; "" before the first. */
    String before(String stage) {
        int place = stages.indexOf(stage);
        return place == 0 ? "" : stages.get(place - 1);
    }

    /** The shape of the images and of each node's output. */
    Map<String, Shape> shapes(int side) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        shapes.put(IMAGES, new Shape(side, side, channels));
        for (BackboneNode node : nodes) {
            List<Shape> inputs = new ArrayList<>();
            node.inputs().forEach(input -> inputs.add(Objects.requireNonNull(shapes.get(input))));
            shapes.put(node.name(), shape(node, inputs));
        }
        return shapes;
    }

    /** The shape of {@link #IMAGES} or of a node's output. */
    Shape shape(String name, int side) {
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

    /** What is left of a length; as Keras' "same" and "valid". */
    static int shrunk(int length, int kernel, int stride, boolean padded) {
        return padded ? (length + stride - 1) / stride : (length - kernel) / stride + 1;
    }

    /** What is added to a length in all, as Keras' "same" and "valid"; if that is odd, the longer part goes behind it. */
    static int padding(int length, int kernel, int stride, boolean padded) {
        int taken = (shrunk(length, kernel, stride, padded) - 1) * stride + kernel;
        return padded ? Math.max(0, taken - length) : 0;
    }
}
