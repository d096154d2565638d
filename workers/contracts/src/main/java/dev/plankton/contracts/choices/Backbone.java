package dev.plankton.contracts.choices;

import java.util.List;
import java.util.stream.IntStream;

/** The convolutional part of a network (SPEC 3). */
public enum Backbone {
    /** A narrow Inception-style network of under a million parameters, for CPUs. */
    SMALL(3, 16),
    INCEPTION_V3(11, 75),
    /** A network from an ONNX file, which is not trained: its output are the features. */
    ONNX(0, 16);

    private static final String STAGE = "mixed";

    private final int stages;
    private final int smallestSide;

    Backbone(int stages, int smallestSide) {
        this.stages = stages;
        this.smallestSide = smallestSide;
    }

    /** The stages at which the backbone may be cut, first to last: mixed0, mixed1, ... */
    public List<String> stages() {
        return IntStream.range(0, stages).mapToObj(stage -> STAGE + stage).toList();
    }

    /**
     * Height and width in pixels of the smallest image that the backbone takes. Its last stage then has 1 x 1 pixel.
     */
    public int smallestSide() {
        return smallestSide;
    }
}
