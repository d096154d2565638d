package dev.plankton.network.architecture;

import dev.plankton.network.architecture.Architecture.Shape;
import java.util.List;
import java.util.Optional;

/**
 * A part of a network that is computed on its own.
 *
 * @param network the whole network
 * @param input the stage whose output it takes; empty if it takes images
 * @param output the last stage of the section, pooled if the network's features are taken there
 * @param embedding whether the dense layer is part of it
 */
public record Section(NetworkSettings network, Optional<String> input, String output, boolean embedding) {

    /** The whole network. */
    public static Section whole(NetworkSettings network) {
        return behind(network, Optional.empty());
    }

    /** Everything up to the features. */
    public static Section features(NetworkSettings network) {
        return upTo(network, network.cut());
    }

    /** Everything after a stage, including the dense layer; without a stage, the whole network. */
    public static Section behind(NetworkSettings network, Optional<String> stage) {
        return new Section(network, stage, network.cut(), true);
    }

    /** Everything from the images up to a stage. */
    public static Section upTo(NetworkSettings network, String stage) {
        return new Section(network, Optional.empty(), stage, false);
    }

    /** The nodes of the backbone in this section, in order. */
    public List<BackboneNode> nodes() {
        Architecture architecture = network.architecture();
        int first = input.map(architecture::nodesUpTo).orElse(0);
        return architecture.nodes().subList(first, architecture.nodesUpTo(output));
    }

    /** Whether its input is features, one vector for each image. */
    public boolean takesFeatures() {
        return input.equals(Optional.of(network.cut()));
    }

    /** Whether it ends with the features of images. */
    public boolean pools() {
        return !takesFeatures() && output.equals(network.cut());
    }

    /** The name by which its first nodes refer to the input. */
    public String inputName() {
        return input.orElse(Architecture.IMAGES);
    }

    /**
     * Shape of the output of the input stage, or of the images. A section that takes features takes one value per
     * channel.
     */
    public Shape inputShape() {
        return network.architecture().shape(inputName(), network.side());
    }
}
