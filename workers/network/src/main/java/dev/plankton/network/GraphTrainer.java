package dev.plankton.network;

import dev.plankton.network.BatchSampler.Purpose;
import dev.plankton.network.TripletObjective.Result;
import dev.plankton.network.weights.PretrainedWeights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A trainer on a DL4J graph of what learns, and one of what does not. */
final class GraphTrainer implements Trainer {
    private static final double NANOS = 1e9;
    private static final int SETTLING_BATCHES = 20;

    private final NetworkSettings network;
    private final TrainingSettings training;
    private final TripletObjective objective;
    private final ObjectiveLayerLoss loss;
    private final ComputationGraph graph;
    private final Optional<FrozenStages> frozen;
    private final ClassicalMomentum momentum;
    /** Of the whole network; what learns is up to date in the graph alone. */
    private final Map<String, float[]> parameters;

    private RoundPosition position;
    /** Of the round's finished steps. */
    private float[] losses;

    private GraphTrainer(NetworkSettings network, TrainingSettings training, Checkpoint checkpoint) {
        this.network = network;
        this.training = training;
        this.parameters = checkpoint.parameters();
        this.position = checkpoint.position();
        this.losses = checkpoint.losses();
        Combinations.check(network, training);
        String frozenUpTo = training.part().frozenUpTo(network);
        objective = new TripletObjective(network.head(), training.loss(), training.miner(), training.margin());
        loss = new ObjectiveLayerLoss(objective);
        graph = NetworkGraph.buildWithLoss(
                Section.behind(network, frozenUpTo), training.batchNorm(), loss, DataType.FLOAT);
        GraphParameters.write(graph, graph.params(), parameters);
        momentum = new ClassicalMomentum(
                training.momentum(), training.weightDecay(), graph.params(), NetworkGraph.weights(graph));
        GraphParameters.write(graph, momentum.velocity(), checkpoint.velocity());
        frozen = training.part() instanceof TrainedPart.HeadOnly || frozenUpTo.isEmpty()
                ? Optional.empty()
                : Optional.of(FrozenStages.load(network, frozenUpTo, parameters));
    }

    static Trainer create(NetworkSettings network, TrainingSettings training, Optional<PretrainedWeights> pretrained) {
        return new GraphTrainer(
                network,
                training,
                new Checkpoint(
                        network,
                        FirstParameters.of(network, training.seed(), pretrained),
                        Map.of(),
                        RoundPosition.NONE));
    }

    static Trainer open(Path file, TrainingSettings training) throws IOException {
        return of(Checkpoint.read(file), training, file);
    }

    static Trainer startFrom(Path file, TrainingSettings training) throws IOException {
        Checkpoint earlier = Checkpoint.read(file);
        return of(
                new Checkpoint(earlier.network(), earlier.parameters(), Map.of(), RoundPosition.NONE), training, file);
    }

    private static Trainer of(Checkpoint checkpoint, TrainingSettings training, Path file) throws IOException {
        try {
            return new GraphTrainer(checkpoint.network(), training, checkpoint);
        } catch (IllegalArgumentException e) {
            throw new IOException("%s cannot be trained on: %s".formatted(file, e.getMessage()), e);
        }
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
        if (position.round() != round.round()) {
            position = RoundPosition.start(round.round());
        }
        losses = Arrays.copyOf(losses, round.steps());
        RoundPosition begun = position;
        BatchSampler sampler = new BatchSampler(fitting(train), training, Purpose.TRAINING);
        try (BatchesAhead<InputBatch> batches = new BatchesAhead<>(
                begun.step(),
                round.steps(),
                step -> InputBatch.of(train, sampler.draw(round.round(), step), network))) {
            for (int step = begun.step() + 1; step <= round.steps(); step++) {
                InputBatch batch = batches.next();
                double rate = rate(round, step);
                Result result = learn(batch, rate);
                if (!Double.isFinite(result.loss())) {
                    throw new IllegalArgumentException(
                            "the training diverged in round %d at step %d: its loss is no number, lower learningRate"
                                    .formatted(round.round(), step));
                }
                losses[step - 1] = (float) result.loss();
                position = new RoundPosition(
                        round.round(),
                        step,
                        position.lossSum() + result.loss(),
                        position.images() + batch.rows(),
                        begun.seconds() + secondsSince(start));
                listener.onStep(new TrainingProgress(
                        step,
                        round.steps(),
                        rate,
                        result.loss(),
                        (position.images() - begun.images()) / secondsSince(start),
                        result.meanPairwiseDistance(),
                        result.meanOutputNorm(),
                        result.activeTriplets()));
            }
        }
        settleStatistics(train, round);
        double validationLoss = validate(validation, round);
        RoundPosition ended = position;
        position = RoundPosition.NONE;
        return new RoundResult(
                round.steps(),
                ended.images(),
                ended.lossSum() / Math.max(1, round.steps()),
                validationLoss,
                begun.seconds() + secondsSince(start),
                losses.clone());
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / NANOS;
    }

    private TrainingPool fitting(TrainingPool pool) {
        boolean headOnly = training.part() instanceof TrainedPart.HeadOnly;
        switch (pool.examples()) {
            case TrainingExamples.Images images -> {
                if (headOnly) {
                    throw new IllegalArgumentException("train head learns from features, not from images");
                }
                if (images.side() != network.side()) {
                    throw new IllegalArgumentException(
                            "images of side %d for a network of side %d: scale them beforehand"
                                    .formatted(images.side(), network.side()));
                }
            }
            case TrainingExamples.Features features -> {
                if (!headOnly || features.rows()[0].length != network.featureCount()) {
                    throw new IllegalArgumentException("%d features an image, but the network pools %d and trains %s"
                            .formatted(features.rows()[0].length, network.featureCount(), training.part()));
                }
            }
        }
        return pool;
    }

    private double rate(Round round, int step) {
        boolean warming = round.round() == 1 && step < training.warmupSteps();
        return warming ? round.learningRate() * step / training.warmupSteps() : round.learningRate();
    }

    private Result learn(InputBatch batch, double rate) {
        try (INDArray input = input(batch);
                INDArray classes = Nd4j.createFromArray(batch.classes()).reshape(batch.rows(), 1)) {
            graph.setInputs(input);
            graph.setLabels(classes);
            graph.computeGradientAndScore();
            momentum.step(graph.getFlattenedGradients(), rate);
            graph.clear();
        }
        return loss.last();
    }

    /** What the graph of what learns takes; to be closed by the caller. */
    private INDArray input(InputBatch batch) {
        INDArray images = batch.toArray();
        if (frozen.isEmpty()) {
            return images;
        }
        try (images) {
            return frozen.get().output(images);
        }
    }

    /**
     * While the weights move fast, the running statistics of batch normalisation lag behind them, most of all in the
     * first rounds. So a round ends with their mean over batches that only pass through ("precise batch norm", Wu and
     * Johnson 2021, section 3.2).
     */
    private void settleStatistics(TrainingPool train, Round round) {
        if (training.batchNorm() == BatchNorm.FROZEN || training.part() instanceof TrainedPart.HeadOnly) {
            return;
        }
        BatchSampler sampler = new BatchSampler(train, training, Purpose.STATISTICS);
        for (int step = 1; step <= SETTLING_BATCHES; step++) {
            try (INDArray input = input(InputBatch.of(train, sampler.draw(round.round(), step), network));
                    INDArray unused = graph.output(true, input)[0]) {
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
            InputBatch batch = InputBatch.of(validation, sampler.draw(round.round(), step), network);
            try (INDArray input = input(batch)) {
                sum += objective
                        .evaluate(Inference.outputs(graph, input), batch.classes())
                        .loss();
            }
        }
        return sum / round.validationSteps();
    }

    @Override
    public void save(Path file) throws IOException {
        write(file, RoundPosition.NONE, new float[0]);
    }

    @Override
    public void snapshot(Path file) throws IOException {
        write(file, position, Arrays.copyOf(losses, position.step()));
    }

    private void write(Path file, RoundPosition place, float[] lossesSoFar) throws IOException {
        Map<String, float[]> all = new TreeMap<>(parameters);
        all.putAll(GraphParameters.read(graph, graph.params()));
        new Checkpoint(network, all, GraphParameters.read(graph, momentum.velocity()), place, lossesSoFar).write(file);
    }

    @Override
    public void close() {
        momentum.close();
        frozen.ifPresent(FrozenStages::close);
        NativeMemory.release(graph);
    }
}
