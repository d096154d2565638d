package dev.plankton.network;

import dev.plankton.network.Architecture.Shape;
import java.util.List;

/**
 * A part of a network that is computed on its own.
 *
 * @param network the whole
 * @param input the stage whose output it takes; "" for images
 * @param output the stage it goes up to, pooled if that is where the network's features are taken
 * @param embedding whether the dense layer is part of it
 */
record Section(NetworkSettings network, String input, String output, boolean embedding) {

    static Section whole(NetworkSettings network) {
        return new Section(network, "", cut(network), true);
    }

    /** Everything up to the features. */
    static Section features(NetworkSettings network) {
        return new Section(network, "", cut(network), false);
    }

    /** What learns. */
    static Section behind(NetworkSettings network, String stage) {
        return new Section(network, stage, cut(network), true);
    }

    /** What comes before that; without meaning if the stage is "". */
    static Section upTo(NetworkSettings network, String stage) {
        return new Section(network, "", stage, false);
    }

    private static String cut(NetworkSettings network) {
        return network.architecture().stage(network.features());
    }

    List<BackboneNode> nodes() {
        Architecture architecture = network.architecture();
        return architecture.nodes().subList(architecture.nodesUpTo(input), architecture.nodesUpTo(output));
    }

    /** Whether its input are features, one vector an image. */
    boolean takesFeatures() {
        return input.equals(cut(network));
    }

    /** Whether it ends with the features of images. */
    boolean pools() {
        return !takesFeatures() && output.equals(cut(network));
    }

    /** Under which its first nodes know the input. */
    String inputName() {
        return input.isEmpty() ? Architecture.IMAGES : input;
    }

    Shape inputShape() {
        return network.architecture().shape(inputName(), network.side());
    }
}
