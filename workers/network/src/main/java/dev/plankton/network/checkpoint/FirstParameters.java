package dev.plankton.network.checkpoint;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.Backbone;
import dev.plankton.network.architecture.Architecture.Shape;
import dev.plankton.network.architecture.BackboneNode;
import dev.plankton.network.architecture.BackboneNode.Convolution;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.architecture.Parameters;
import dev.plankton.network.architecture.Section;
import dev.plankton.network.data.Seeds;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The initial parameters of a network, the same for every engine. Every weight is drawn uniformly from +-1/sqrt(inputs
 * of its unit), as in PyTorch's layers. Because batch normalisation follows each convolution, the scale of its weights
 * only affects the effective learning rate.
 */
public final class FirstParameters {
    private final NetworkSettings network;
    private final SplittableRandom random;
    private final Map<String, float[]> parameters = new TreeMap<>();

    private FirstParameters(NetworkSettings network, long seed) {
        this.network = network;
        this.random = Seeds.random(seed);
    }

    /**
     * Draws the parameters from the seed; pretrained weights, if given, replace the drawn ones.
     *
     * @return by name and laid out as {@link Parameters} says
     * @throws BadInputException if the pretrained weights do not fit the network
     */
    public static Map<String, float[]> of(NetworkSettings network, long seed, Optional<PretrainedWeights> pretrained) {
        pretrained.ifPresent(weights -> check(network, weights));
        FirstParameters first = new FirstParameters(network, seed);
        first.drawConvolutions();
        first.drawDense();
        pretrained.ifPresent(weights ->
                first.parameters.replaceAll((name, drawn) -> weights.arrays().getOrDefault(name, drawn)));
        return first.parameters;
    }

    private static void check(NetworkSettings network, PretrainedWeights weights) {
        if (network.backbone() != Backbone.INCEPTION_V3) {
            throw new BadInputException(
                    "Pretrained weights are only for backbone inception-v3: choose it, or set weights to none.");
        }
        if (network.scaling() != weights.scaling()) {
            throw new BadInputException(
                    "The weights expect images scaled %s, not %s.".formatted(weights.scaling(), network.scaling()));
        }
    }

    private void drawConvolutions() {
        Map<String, Shape> shapes = network.architecture().shapes(network.side());
        for (BackboneNode node : Section.whole(network).nodes()) {
            if (node instanceof Convolution convolution) {
                int channels =
                        Objects.requireNonNull(shapes.get(convolution.input())).channels();
                int inputs = channels * convolution.kernelHeight() * convolution.kernelWidth();
                int filters = convolution.filters();
                float[] variance = new float[filters];
                Arrays.fill(variance, 1);
                put(convolution.name(), Parameters.WEIGHTS, drawn(filters * inputs, inputs));
                put(convolution.name(), Parameters.SHIFT, new float[filters]);
                put(convolution.name(), Parameters.MEAN, new float[filters]);
                put(convolution.name(), Parameters.VARIANCE, variance);
            }
        }
    }

    /**
     * The weights are drawn input by input, which was the layout of the first engine, and stored dimension by
     * dimension.
     */
    private void drawDense() {
        int inputs = network.featureCount();
        int dimensions = network.dimensions();
        float[] drawn = drawn(inputs * dimensions, inputs);
        float[] weights = new float[drawn.length];
        for (int input = 0; input < inputs; input++) {
            for (int dimension = 0; dimension < dimensions; dimension++) {
                weights[dimension * inputs + input] = drawn[input * dimensions + dimension];
            }
        }
        put(Parameters.EMBEDDING, Parameters.WEIGHTS, weights);
        put(Parameters.EMBEDDING, Parameters.BIAS, new float[dimensions]);
    }

    private float[] drawn(int count, int inputs) {
        return Seeds.uniform(random, count, 1 / Math.sqrt(inputs));
    }

    private void put(String layer, String parameter, float[] values) {
        parameters.put(Parameters.name(layer, parameter), values);
    }
}
