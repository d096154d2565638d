package dev.plankton.network.pytorch;

import dev.plankton.network.classifier.Perceptron;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A perceptron on libtorch. Its layers are so small that autograd would take as long as the matrix products, so the
 * gradient is written out. All parameters lie in one tensor, as their velocities and gradients do, so that a step of
 * gradient descent takes three operations.
 */
final class TorchPerceptron implements Perceptron {
    private static final int BATCH = 512;

    /** Views of one layer: weights outputs x inputs, one bias for each output. */
    private record Layer(Tensor weights, Tensor bias) {}

    private final Placement placement;
    private final Shape shape;
    private final double momentum;
    private final Tensor parameters;
    private final Tensor velocity;
    private final Tensor gradient;

    TorchPerceptron(Placement placement, Shape shape, float[] parameters, double momentum) {
        this.placement = placement;
        this.shape = shape;
        this.momentum = momentum;
        this.parameters = Tensors.owned(() -> placement.put(Tensors.of(parameters, parameters.length)));
        velocity = Tensors.owned(() -> placement.put(torch.zeros(parameters.length)));
        gradient = Tensors.owned(() -> placement.put(torch.zeros(parameters.length)));
    }

    private List<Layer> layers(Tensor flat) {
        List<Layer> layers = new ArrayList<>();
        long from = 0;
        for (int layer = 0; layer <= shape.hiddenLayers(); layer++) {
            long inputs = shape.inputs()[layer];
            long outputs = shape.outputs()[layer];
            layers.add(new Layer(
                    flat.narrow(0, from, inputs * outputs).view(outputs, inputs),
                    flat.narrow(0, from + inputs * outputs, outputs)));
            from += (inputs + 1) * outputs;
        }
        return layers;
    }

    /** The inputs of each layer, and the outputs of the last, shape rows x units each. */
    private List<Tensor> forwards(List<Layer> layers, Tensor vectors) {
        List<Tensor> values = new ArrayList<>(List.of(vectors));
        for (Layer layer : layers) {
            Tensor output =
                    torch.addmm(layer.bias(), values.getLast(), layer.weights().t());
            if (values.size() < layers.size()) {
                output.relu_();
            }
            values.add(output);
        }
        return values;
    }

    @Override
    public void learn(float[][] vectors, int[] labels, double learningRate) {
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            List<Layer> layers = layers(parameters);
            List<Layer> gradients = layers(gradient);
            List<Tensor> values = forwards(layers, matrix(vectors));
            // The gradient of softmax and cross-entropy: the probabilities, less 1 for the class of the row.
            Tensor slopes = torch.softmax(values.getLast(), 1).sub(wanted(labels));
            slopes.div_(new Scalar((double) labels.length));
            for (int i = layers.size() - 1; i >= 0; i--) {
                torch.mm_out(gradients.get(i).weights(), slopes.t(), values.get(i));
                gradients.get(i).bias().copy_(slopes.sum(0));
                if (i > 0) {
                    Tensor back = torch.mm(slopes, layers.get(i).weights());
                    slopes = torch.threshold_backward(back, values.get(i), new Scalar(0.0));
                }
            }
            velocity.mul_(new Scalar(momentum));
            velocity.add_(gradient, new Scalar(learningRate));
            parameters.sub_(velocity);
        }
    }

    /** 1 at the class of each row and 0 elsewhere; shape rows x classes. */
    private Tensor wanted(int[] labels) {
        float[] values = new float[labels.length * shape.classes()];
        for (int row = 0; row < labels.length; row++) {
            values[row * shape.classes() + labels[row]] = 1;
        }
        return placement.put(Tensors.of(values, labels.length, shape.classes()));
    }

    private Tensor matrix(float[][] rows) {
        float[] flat = new float[rows.length * shape.dimensions()];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, flat, row * shape.dimensions(), shape.dimensions());
        }
        return placement.put(Tensors.of(flat, rows.length, shape.dimensions()));
    }

    @Override
    public float[][] probabilities(float[][] vectors) {
        float[][] probabilities = new float[vectors.length][];
        for (int start = 0; start < vectors.length; start += BATCH) {
            try (PointerScope scope = new PointerScope();
                    NoGradGuard guard = new NoGradGuard()) {
                float[][] part = Arrays.copyOfRange(vectors, start, Math.min(vectors.length, start + BATCH));
                Tensor outputs = forwards(layers(parameters), matrix(part)).getLast();
                float[][] found = Tensors.rows(torch.softmax(outputs, 1));
                System.arraycopy(found, 0, probabilities, start, found.length);
            }
        }
        return probabilities;
    }

    @Override
    public float[] parameters() {
        return Tensors.floats(parameters);
    }

    @Override
    public void restore(float[] values) {
        try (PointerScope scope = new PointerScope()) {
            parameters.copy_(Tensors.of(values, values.length));
        }
    }

    @Override
    public void close() {
        gradient.close();
        velocity.close();
        parameters.close();
    }
}
