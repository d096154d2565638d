package dev.plankton.network.classifier;

import dev.plankton.network.data.Seeds;
import java.util.SplittableRandom;

/**
 * The initial parameters of a perceptron. Weights are uniform within +-sqrt(6 / inputs of the layer), which keeps the
 * variance through ReLU layers (He et al., 2015); biases are 0.
 */
final class FirstWeights {
    private FirstWeights() {}

    /** @return laid out as {@link Perceptron.Factory#create} takes them */
    static float[] draw(Perceptron.Shape shape, long seed) {
        SplittableRandom random = Seeds.random(seed);
        float[] parameters = new float[shape.parameters()];
        int from = 0;
        for (int layer = 0; layer <= shape.hiddenLayers(); layer++) {
            int inputs = shape.inputs()[layer];
            int outputs = shape.outputs()[layer];
            float[] drawn = Seeds.uniform(random, inputs * outputs, Math.sqrt(6.0 / inputs));
            for (int input = 0; input < inputs; input++) { // drawn input by input, the layout of the first engine
                for (int output = 0; output < outputs; output++) {
                    parameters[from + output * inputs + input] = drawn[input * outputs + output];
                }
            }
            from += (inputs + 1) * outputs;
        }
        return parameters;
    }
}
