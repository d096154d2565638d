package dev.plankton.network.dl4j;

import dev.plankton.contracts.choices.TrainedPart;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.architecture.Section;
import dev.plankton.network.data.InputBatch;
import dev.plankton.network.objective.Objective;
import dev.plankton.network.training.Learner;
import dev.plankton.network.training.TrainingSettings;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A learner with a DL4J graph of the part that is trained, and another of the frozen stages before it, if there are
 * any.
 */
final class GraphLearner implements Learner {
    private final ObjectiveLayerLoss loss;
    private final ComputationGraph graph;
    private final Optional<FrozenStages> frozen;
    private final ClassicalMomentum momentum;

    GraphLearner(
            NetworkSettings network,
            TrainingSettings training,
            Objective objective,
            Map<String, float[]> parameters,
            Map<String, float[]> velocity) {
        Optional<String> frozenUpTo = network.frozenUpTo(training.part());
        loss = new ObjectiveLayerLoss(objective);
        graph = NetworkGraph.buildWithLoss(
                Section.behind(network, frozenUpTo), training.batchNorm(), loss, DataType.FLOAT);
        GraphParameters.write(graph, graph.params(), parameters);
        momentum = new ClassicalMomentum(
                training.momentum(), training.weightDecay(), graph.params(), NetworkGraph.weights(graph));
        GraphParameters.write(graph, momentum.velocity(), velocity);
        frozen = training.part() instanceof TrainedPart.HeadOnly
                ? Optional.empty()
                : frozenUpTo.map(stage -> FrozenStages.load(network, stage, parameters));
    }

    @Override
    public Objective.Result learn(InputBatch batch, double learningRate) {
        try (INDArray input = input(batch);
                INDArray classes = Nd4j.createFromArray(batch.classes()).reshape(batch.rows(), 1)) {
            graph.setInputs(input);
            graph.setLabels(classes);
            graph.computeGradientAndScore();
            momentum.step(graph.getFlattenedGradients(), learningRate);
            graph.clear();
        }
        return loss.last();
    }

    /** The input of the graph that is trained; to be closed by the caller. */
    private INDArray input(InputBatch batch) {
        INDArray images = Inference.array(batch);
        if (frozen.isEmpty()) {
            return images;
        }
        try (images) {
            return frozen.get().output(images);
        }
    }

    @Override
    public void settle(InputBatch batch, double share) {
        try (INDArray input = input(batch);
                INDArray unused = graph.output(true, input)[0]) {
            for (Layer layer : graph.getLayers()) {
                if (layer instanceof FusedConvolutionLayer convolution) {
                    convolution.moveRunningStatistics(share);
                }
            }
        }
    }

    @Override
    public double[][] outputs(InputBatch batch) {
        try (INDArray input = input(batch)) {
            return Inference.outputs(graph, input);
        }
    }

    @Override
    public Map<String, float[]> parameters() {
        return GraphParameters.read(graph, graph.params());
    }

    @Override
    public Map<String, float[]> velocity() {
        return GraphParameters.read(graph, momentum.velocity());
    }

    @Override
    public void close() {
        momentum.close();
        frozen.ifPresent(FrozenStages::close);
        NativeMemory.release(graph);
    }
}
