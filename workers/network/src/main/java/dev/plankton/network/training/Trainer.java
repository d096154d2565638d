package dev.plankton.network.training;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.HeadAlone;
import dev.plankton.contracts.choices.LossCheck;
import dev.plankton.contracts.choices.Margin;
import dev.plankton.contracts.choices.Sampling;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.checkpoint.Checkpoint;
import dev.plankton.network.checkpoint.FirstParameters;
import dev.plankton.network.checkpoint.OptimiserState;
import dev.plankton.network.checkpoint.PretrainedWeights;
import dev.plankton.network.checkpoint.RoundPosition;
import dev.plankton.network.data.InputBatch;
import dev.plankton.network.data.TrainingPool;
import dev.plankton.network.data.Variation;
import dev.plankton.network.objective.LossSettings;
import dev.plankton.network.objective.Objective;
import dev.plankton.network.training.BatchSampler.Purpose;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Trains a network through learning-rate rounds on any engine and keeps its position in the round. It owns native
 * memory until closed. One thread at a time.
 */
public final class Trainer implements AutoCloseable {
    private static final double NANOS = 1e9;
    private static final int BEFORE_ROUNDS = 0;

    private final NetworkSettings network;
    private final TrainingSettings training;
    private final Objective objective;
    private final Learner learner;
    /**
     * Parameters of the whole network when it was opened. Trainable values here are stale; the learner has the current
     * ones.
     */
    private final Map<String, float[]> opened;

    private final Learner.Factory engine;
    private final Optional<WeightAverage> average;
    private RoundPosition position;
    /** Losses of the finished steps of the round. */
    private float[] losses;

    private Trainer(Learner.Factory engine, TrainingSettings training, Checkpoint checkpoint) {
        this.network = checkpoint.network();
        this.training = training;
        this.opened = checkpoint.parameters();
        this.average = training.averageDecay() > 0
                ? Optional.of(new WeightAverage(training.averageDecay(), checkpoint.parameters()))
                : Optional.empty();
        this.position = checkpoint.position();
        this.losses = checkpoint.losses();
        check();
        OptimiserState optimiser = checkpoint.optimiser();
        this.engine = engine;
        objective = Objective.of(
                network.head(), training.loss(), training.momentum(), training.seed(), optimiser.objective());
        learner = engine.create(
                network, training, objective, overlaid(opened, optimiser.unaveraged()), optimiser.velocity());
    }

    private void check() {
        LossSettings loss = training.loss();
        Margin.problem(network.head(), loss.loss(), network.dimensions(), loss.margin())
                .or(() -> LossCheck.problem(loss.loss(), network.head(), loss.miner()))
                .or(() -> Sampling.problem(training.sampling(), loss.loss()))
                .or(() -> HeadAlone.problem(training.part(), training.augment(), network.testTimeSymmetries()))
                .ifPresent(problem -> {
                    throw new BadInputException(problem);
                });
    }

    private static Map<String, float[]> overlaid(Map<String, float[]> all, Map<String, float[]> some) {
        Map<String, float[]> result = new TreeMap<>(all);
        result.putAll(some);
        return result;
    }

    /**
     * A new network whose weights are drawn from the seed or pretrained.
     *
     * @throws BadInputException if the weights or the training do not fit the network
     */
    public static Trainer create(
            Learner.Factory engine,
            NetworkSettings network,
            TrainingSettings training,
            Optional<PretrainedWeights> pretrained) {
        Map<String, float[]> first = FirstParameters.of(network, training.seed(), pretrained);
        return new Trainer(engine, training, new Checkpoint(network, first));
    }

    /**
     * Continues from a checkpoint or a snapshot: weights, momentum, batch-normalisation statistics, and the position in
     * the round.
     *
     * @throws IOException if the file cannot be read or is not a checkpoint
     * @throws BadInputException if the training does not fit the network
     */
    public static Trainer open(Learner.Factory engine, Path file, TrainingSettings training) throws IOException {
        return of(engine, Checkpoint.read(file), training, file);
    }

    /**
     * Starts another training with the network of a checkpoint: it takes the parameters, but neither the momentum nor
     * the position in a round.
     *
     * @throws IOException if the file cannot be read or is not a checkpoint
     * @throws BadInputException if the training does not fit the network
     */
    public static Trainer startFrom(Learner.Factory engine, Path file, TrainingSettings training) throws IOException {
        Checkpoint earlier = Checkpoint.read(file);
        Checkpoint begun = new Checkpoint(earlier.network(), earlier.parameters());
        return of(engine, begun, training, file);
    }

    private static Trainer of(Learner.Factory engine, Checkpoint checkpoint, TrainingSettings training, Path file)
            throws IOException {
        try {
            return new Trainer(engine, training, checkpoint);
        } catch (BadInputException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new IOException("%s cannot be used for training: %s".formatted(file, e.getMessage()), e);
        }
    }

    public NetworkSettings network() {
        return network;
    }

    /**
     * Lets the directions of classes, in losses that learn them, begin where the embeddings of these classes are, instead
     * of anywhere. For a network that has been trained before; without effect on directions that were learned already.
     * The statistics of batch normalisation are measured first: those of the images that the network saw before would put
     * the classes elsewhere than the batches of the training do.
     */
    public void beginFromMeans(TrainingPool train) {
        TrainingPool fitting = PoolCheck.fitting(train, network, training.part());
        objective.begin(classes(fitting), network.dimensions(), () -> {
            new RoundEnd(network, training, objective).settle(learner, fitting, BEFORE_ROUNDS);
            return new ClassMeans(network, training, learner).of(fitting);
        });
    }

    private static int[] classes(TrainingPool pool) {
        return IntStream.of(pool.samples())
                .map(example -> pool.labels()[example])
                .sorted()
                .distinct()
                .toArray();
    }

    /**
     * Trains one round. Every random draw depends only on (seed, round, step). A trainer opened from a snapshot of this
     * round continues after the snapshot's last step, exactly as if it had not stopped.
     *
     * @throws IllegalStateException if the loss is not a finite number; the listener is called first and may throw its
     *     own exception
     * @throws InterruptedException if the thread was interrupted, or the listener ends the round
     */
    public RoundResult train(
            TrainingPool train, TrainingPool validation, Round round, TrainingProgress.Listener listener)
            throws InterruptedException {
        long start = System.nanoTime();
        if (position.round() != round.round()) {
            position = RoundPosition.start(round.round());
        }
        losses = Arrays.copyOf(losses, round.steps());
        RoundPosition begun = position;
        objective.begin(classes(train), network.dimensions());
        BatchSampler sampler =
                new BatchSampler(PoolCheck.fitting(train, network, training.part()), training, Purpose.TRAINING);
        double waited = 0;
        try (BatchesAhead<InputBatch> batches = new BatchesAhead<>(
                begun.step(),
                round.steps(),
                step -> InputBatch.of(
                        train,
                        sampler.draw(round.round(), step),
                        Variation.of(training.augment(), training.seed(), round.round(), step),
                        network))) {
            for (int step = begun.step() + 1; step <= round.steps(); step++) {
                long asked = System.nanoTime();
                InputBatch batch = batches.next();
                waited += secondsSince(asked);
                double rate = round.rateAt(step, training.warmupSteps());
                Objective.Result result = learner.learn(batch, rate);
                objective.step(rate);
                average(round, step);
                losses[step - 1] = (float) result.loss();
                position = new RoundPosition(
                        round.round(),
                        step,
                        position.lossSum() + result.loss(),
                        position.images() + batch.rows(),
                        begun.seconds() + secondsSince(start));
                double imagesPerSecond = (position.images() - begun.images()) / secondsSince(start);
                listener.onStep(TrainingProgress.of(step, round.steps(), batch.rows(), rate, imagesPerSecond, result));
                if (!Double.isFinite(result.loss())) {
                    throw new IllegalStateException(
                            "the loss of round %d is not a finite number at step %d".formatted(round.round(), step));
                }
            }
        }
        double waiting = waited / secondsSince(start);
        OptionalDouble validationLoss = end(train, validation, round);
        RoundPosition ended = position;
        position = RoundPosition.NONE;
        return new RoundResult(
                round.steps(),
                ended.images(),
                ended.lossSum() / Math.max(1, round.steps()),
                validationLoss,
                begun.seconds() + secondsSince(start),
                losses.clone(),
                waiting);
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / NANOS;
    }

    private void average(Round round, int step) {
        if (WeightAverage.takes(step, round.steps())) {
            average.ifPresent(mean -> mean.add(learner.parameters(), step, (round.round() - 1L) * round.steps()));
        }
    }

    /** Settles the statistics of the network that embeds images, and measures it. */
    private OptionalDouble end(TrainingPool train, TrainingPool validation, Round round) throws InterruptedException {
        RoundEnd end = new RoundEnd(network, training, objective);
        if (average.isEmpty()) {
            end.settle(learner, train, round.round());
            return end.loss(learner, validation, round);
        }
        Map<String, float[]> mean = overlaid(opened, average.get().values());
        try (Learner averaged = engine.create(network, training, objective, mean, Map.of())) {
            end.settle(averaged, train, round.round());
            average.get().replace(averaged.parameters());
            return end.loss(averaged, validation, round);
        }
    }

    /** Writes a checkpoint; the same state gives the same bytes. */
    public void save(Path checkpoint) throws IOException {
        write(checkpoint, RoundPosition.NONE, new float[0]);
    }

    /** Writes a checkpoint that also holds the position in the round. Call it from the round's listener. */
    public void snapshot(Path checkpoint) throws IOException {
        write(checkpoint, position, Arrays.copyOf(losses, position.step()));
    }

    private void write(Path file, RoundPosition place, float[] lossesSoFar) throws IOException {
        Map<String, float[]> trained = learner.parameters();
        OptimiserState optimiser =
                new OptimiserState(learner.velocity(), average.isPresent() ? trained : Map.of(), objective.state());
        Map<String, float[]> embedding = average.map(WeightAverage::values).orElse(trained);
        new Checkpoint(network, overlaid(opened, embedding), optimiser, place, lossesSoFar).write(file);
    }

    @Override
    public void close() {
        learner.close();
    }
}
