package dev.plankton.network.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plankton.contracts.choices.BatchNorm;
import dev.plankton.contracts.choices.Head;
import dev.plankton.contracts.choices.Loss;
import dev.plankton.contracts.choices.Miner;
import dev.plankton.network.architecture.BackboneNode;
import dev.plankton.network.architecture.Parameters;
import dev.plankton.network.data.Seeds;
import dev.plankton.network.dl4j.Normalisation.Statistics;
import dev.plankton.network.objective.LossSettings;
import dev.plankton.network.objective.Objective;
import java.util.Map;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

class FusedConvolutionTest {
    private static final int[] CLASSES = {0, 0, 0, 1, 1, 1};

    @ParameterizedTest
    @EnumSource
    void gradientsAreThoseOfTheLoss(BatchNorm batchNorm) {
        ObjectiveLayerLoss loss = new ObjectiveLayerLoss(
                Objective.of(Head.SIGMOID, LossSettings.ofTriplets(Loss.STANDARD, Miner.HARD, 1), 0, 1, Map.of()));
        ComputationGraph graph = tiny(loss, batchNorm);
        SplittableRandom random = new SplittableRandom(3);
        INDArray parameters = graph.params();
        drawWeights(graph);
        graph.getParam("a_" + Parameters.SHIFT).addi(0.3);
        graph.getParam("embedding_W").muli(5);
        INDArray images = Nd4j.create(DataType.DOUBLE, 6, 9, 9, 2);
        for (int i = 0; i < images.length(); i++) {
            images.putScalar(i, random.nextDouble() * (1 + i / 100));
        }
        loss(graph, loss, images);
        double[] gradient =
                graph.getFlattenedGradients().reshape(parameters.length()).toDoubleVector();
        INDArray running = running(graph);
        double step = 1e-6;
        double largest = 0;
        for (int i = 0; i < parameters.length(); i++) {
            if (running.getDouble(i) != 0) {
                assertThat(gradient[i]).isZero();
                continue;
            }
            double kept = parameters.getDouble(i);
            parameters.putScalar(i, kept + step);
            double above = loss(graph, loss, images);
            parameters.putScalar(i, kept - step);
            double below = loss(graph, loss, images);
            parameters.putScalar(i, kept);
            assertThat(gradient[i]).isCloseTo((above - below) / (2 * step), within(1e-7));
            largest = Math.max(largest, Math.abs(gradient[i]));
        }
        assertThat(largest).isGreaterThan(1e-2);
        NativeMemory.release(graph);
    }

    private static void drawWeights(ComputationGraph graph) {
        SplittableRandom random = Seeds.random(5);
        for (INDArray weights : NetworkGraph.weights(graph)) {
            float[] drawn = Seeds.uniform(random, Math.toIntExact(weights.length()), 0.3);
            NativeMemory.copy(drawn, weights);
        }
    }

    private static double loss(ComputationGraph graph, ObjectiveLayerLoss loss, INDArray images) {
        graph.setInputs(images);
        graph.setLabels(Nd4j.createFromArray(CLASSES).reshape(6, 1));
        graph.computeGradientAndScore();
        return loss.last().loss();
    }

    /** 1 for the running statistics, 0 for all else. */
    private static INDArray running(ComputationGraph graph) {
        INDArray kept = graph.params().dup();
        graph.params().assign(0);
        for (String layer : new String[] {"a", "b", "c", "d"}) {
            graph.getParam(layer + "_" + Parameters.MEAN).assign(1);
            graph.getParam(layer + "_" + Parameters.VARIANCE).assign(1);
        }
        INDArray running = graph.params().dup();
        graph.params().assign(kept);
        return running;
    }

    private static FusedConvolution convolution(
            BatchNorm batchNorm, int filters, int height, int width, int stride, boolean padded) {
        return new FusedConvolution(
                new BackboneNode.Convolution("any", "any", filters, height, width, stride, padded), batchNorm);
    }

    /** With a stride, both paddings, kernels that are not square, and two branches. */
    private static ComputationGraph tiny(ObjectiveLayerLoss loss, BatchNorm batchNorm) {
        ComputationGraph graph = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .updater(new NoOp())
                .weightInit(WeightInit.ZERO)
                .miniBatch(false)
                .graphBuilder()
                .addInputs("in")
                .setInputTypes(InputType.convolutional(9, 9, 2, CNN2DFormat.NHWC))
                .addLayer("a", convolution(batchNorm, 5, 3, 3, 2, false), "in")
                .addLayer("b", convolution(batchNorm, 4, 1, 3, 1, true), "a")
                .addLayer("c", convolution(batchNorm, 3, 3, 1, 1, true), "a")
                .addLayer("d", convolution(batchNorm, 3, 1, 1, 1, true), "a")
                .addVertex("m", new MergeVertex(), "b", "c", "d")
                .addLayer("gap", new GlobalPoolingLayer(PoolingType.AVG), "m")
                .addLayer(
                        "embedding",
                        new OutputLayer.Builder(loss)
                                .nOut(4)
                                .activation(Activation.IDENTITY)
                                .build(),
                        "gap")
                .setOutputs("embedding")
                .build());
        graph.init();
        return graph;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 24, 5000})
    void arraysAndOperationsGiveTheSame(int channels) {
        Normalisation arrays = new ArrayNormalisation(channels);
        Normalisation operations = new OperationNormalisation();
        INDArray z = random(7, channels, 1).muli(3).addi(2);
        INDArray slopes = random(7, channels, 2);
        double[] origin = new double[channels];
        double[] shift = new double[channels];
        for (int channel = 0; channel < channels; channel++) {
            origin[channel] = 1 + channel % 3;
            shift[channel] = 0.1 * (channel % 5);
        }
        Statistics statistics = arrays.statistics(z, origin);
        Statistics expected = operations.statistics(z, origin);
        assertThat(statistics.mean()).usingComparatorWithPrecision(1e-5).containsExactly(expected.mean());
        assertThat(statistics.variance()).usingComparatorWithPrecision(1e-4).containsExactly(expected.variance());
        INDArray output = z.like();
        INDArray expectedOutput = z.like();
        arrays.forwards(z, expected, shift, output);
        operations.forwards(z, expected, shift, expectedOutput);
        assertThat(output.equalsWithEps(expectedOutput, 1e-5)).isTrue();
        INDArray target = z.like();
        INDArray expectedTarget = z.like();
        double[] byShift = arrays.backwards(z, slopes, expected, shift, target);
        assertThat(byShift)
                .usingComparatorWithPrecision(1e-4)
                .containsExactly(operations.backwards(z, slopes, expected, shift, expectedTarget));
        assertThat(target.equalsWithEps(expectedTarget, 1e-5)).isTrue();
        byShift = arrays.backwardsFrozen(z, slopes, expected, shift, target);
        assertThat(byShift)
                .usingComparatorWithPrecision(1e-4)
                .containsExactly(operations.backwardsFrozen(z, slopes, expected, shift, expectedTarget));
        assertThat(target.equalsWithEps(expectedTarget, 1e-5)).isTrue();
    }

    private static INDArray random(int rows, int channels, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[rows * 5 * 3 * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Nd4j.create(values, new long[] {rows, 5, 3, channels}, 'c');
    }
}
