package dev.plankton.network.classifier;

/** The outputs of a perceptron before the softmax, which engines do not give. */
final class Logits {
    private final Perceptron.Shape shape;
    private final float[] parameters;

    /** @param parameters laid out as {@link Perceptron.Factory#create} takes them */
    Logits(Perceptron.Shape shape, float[] parameters) {
        this.shape = shape;
        this.parameters = parameters;
    }

    /** One for each class. @param vector length {@link Perceptron.Shape#dimensions} */
    double[] of(float[] vector) {
        double[] values = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            values[i] = vector[i];
        }
        int from = 0;
        for (int layer = 0; layer <= shape.hiddenLayers(); layer++) {
            values = layer(values, from, shape.outputs()[layer], layer < shape.hiddenLayers());
            from += (shape.inputs()[layer] + 1) * shape.outputs()[layer];
        }
        return values;
    }

    private double[] layer(double[] inputs, int from, int outputs, boolean hidden) {
        double[] result = new double[outputs];
        for (int output = 0; output < outputs; output++) {
            double sum = parameters[from + outputs * inputs.length + output];
            int row = from + output * inputs.length;
            for (int input = 0; input < inputs.length; input++) {
                sum += parameters[row + input] * inputs[input];
            }
            result[output] = hidden ? Math.max(0, sum) : sum;
        }
        return result;
    }
}
