package dev.plankton.network;

import dev.plankton.network.BatchSampler.Purpose;
import dev.plankton.network.TripletObjective.Result;
import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A trainer on a DL4J graph. */
final class GraphTrainer implements Trainer {
    private static final double NANOS = 1e9;
    private static final int SETTLING_BATCHES = 20;

    private final NetworkSettings network;
    private final TrainingSettings training;
    private final TripletObjective objective;
    private final ObjectiveLayerLoss loss;
    private final ComputationGraph graph;
    private final ClassicalMomentum momentum;
    private final int channels;

    private GraphTrainer(NetworkSettings network, TrainingSettings training) {
        this.network = network;
        this.training = training;
        Combinations.check(network, training);
        objective = new TripletObjective(network.head(), training.loss(), training.miner(), training.margin());
        loss = new ObjectiveLayerLoss(objective);
        graph = NetworkGraph.buildWithLoss(network, loss, DataType.FLOAT);
        momentum = new ClassicalMomentum(training.momentum(), training.weightDecay(), NetworkGraph.weightMask(graph));
        channels = BackboneBuilder.of(network).channels();
    }

    static Trainer create(NetworkSettings network, TrainingSettings training) {
        GraphTrainer trainer = new GraphTrainer(network, training);
        NetworkGraph.drawWeights(trainer.graph, training.seed());
        return trainer;
    }

    static Trainer open(Path file, TrainingSettings training) throws IOException {
        Checkpoint checkpoint = Checkpoint.read(file);
        GraphTrainer trainer = new GraphTrainer(checkpoint.network(), training);
        NativeMemory.load(trainer.graph, checkpoint, file);
        NativeMemory.copy(checkpoint.velocity(), trainer.momentum.velocity());
        return trainer;
    }

    @Override
    public NetworkSettings network() {
        return network;
    }

    @Override
    public RoundResult train(
            TrainingPool train, TrainingPool validation, Round round, TrainingProgress.Listener listener)
            throws InterruptedException {
        long start = System.nanoTime();
        BatchSampler sampler = new BatchSampler(fitting(train), training, Purpose.TRAINING);
        double sum = 0;
        long images = 0;
        try (BatchesAhead<PixelBatch> batches = new BatchesAhead<>(
                round.steps(), step -> PixelBatch.of(train, sampler.draw(round.round(), step), channels))) {
            for (int step = 1; step <= round.steps(); step++) {
                PixelBatch batch = batches.next();
                double rate = rate(round, step);
                Result result = learn(batch, rate);
                if (!Double.isFinite(result.loss())) {
                    throw new IllegalArgumentException(
                            "the training diverged in round %d at step %d: its loss is no number, lower learningRate"
                                    .formatted(round.round(), step));
                }
                sum += result.loss();
                images += batch.rows();
                double seconds = (System.nanoTime() - start) / NANOS;
                listener.onStep(new TrainingProgress(
                        step, round.steps(), rate, result.loss(), images / seconds, result.meanPairwiseDistance()));
            }
        }
        settleStatistics(train, round);
        double validationLoss = validate(validation, round);
        double seconds = (System.nanoTime() - start) / NANOS;
        return new RoundResult(round.steps(), images, sum / Math.max(1, round.steps()), validationLoss, seconds);
    }

    private TrainingPool fitting(TrainingPool pool) {
        if (pool.side() != network.side()) {
            throw new IllegalArgumentException("images of side %d for a network of side %d: scale them beforehand"
                    .formatted(pool.side(), network.side()));
        }
        return pool;
    }

    private double rate(Round round, int step) {
        boolean warming = round.round() == 1 && step < training.warmupSteps();
        return warming ? round.learningRate() * step / training.warmupSteps() : round.learningRate();
    }

    private Result learn(PixelBatch batch, double rate) {
        try (INDArray images = batch.toArray();
                INDArray classes = Nd4j.createFromArray(batch.classes()).reshape(batch.rows(), 1)) {
            graph.setInputs(images);
            graph.setLabels(classes);
            graph.computeGradientAndScore();
            momentum.step(graph.params(), graph.getFlattenedGradients(), rate);
            graph.clear();
        }
        return loss.last();
    }

    /**
     * While the weights move fast, the running statistics of batch normalisation lag behind them, most of all in the
     * first rounds. So a round ends with their mean over batches that only pass through ("precise batch norm", Wu and
     * Johnson 2021, section 3.2).
     */
    private void settleStatistics(TrainingPool train, Round round) {
        BatchSampler sampler = new BatchSampler(train, training, Purpose.STATISTICS);
        for (int step = 1; step <= SETTLING_BATCHES; step++) {
            try (INDArray images = PixelBatch.of(train, sampler.draw(round.round(), step), channels)
                            .toArray();
                    INDArray unused = graph.output(true, images)[0]) {
                for (Layer layer : graph.getLayers()) {
                    if (layer instanceof FusedConvolutionLayer convolution) {
                        convolution.moveRunningStatistics(1.0 / step);
                    }
                }
            }
        }
    }

    private double validate(TrainingPool validation, Round round) throws InterruptedException {
        if (round.validationSteps() == 0) {
            return Double.NaN;
        }
        BatchSampler sampler = new BatchSampler(fitting(validation), training, Purpose.VALIDATION);
        double sum = 0;
        for (int step = 1; step <= round.validationSteps(); step++) {
            if (Thread.interrupted()) {
                throw new InterruptedException("stopped while the loss was measured on validation images");
            }
            PixelBatch batch = PixelBatch.of(validation, sampler.draw(round.round(), step), channels);
            sum += objective
                    .evaluate(Inference.outputs(graph, batch), batch.classes())
                    .loss();
        }
        return sum / round.validationSteps();
    }

    @Override
    public void save(Path checkpoint) throws IOException {
        new Checkpoint(network, NativeMemory.floats(graph.params()), NativeMemory.floats(momentum.velocity()))
                .write(checkpoint);
    }

    @Override
    public void close() {
        momentum.close();
        NativeMemory.release(graph);
    }
}
