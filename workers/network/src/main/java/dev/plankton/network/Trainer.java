package dev.plankton.network;

import dev.plankton.network.weights.PretrainedWeights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A network in training; owns native memory until closed. One thread at a time. */
public interface Trainer extends AutoCloseable {

    /**
     * A fresh network whose weights follow from the seed, or are pretrained.
     *
     * @throws IllegalArgumentException if the weights do not fit the network, in one sentence
     */
    static Trainer create(NetworkSettings network, TrainingSettings training, Optional<PretrainedWeights> pretrained) {
        return GraphTrainer.create(network, training, pretrained);
    }

    /**
     * Goes on from a checkpoint or a snapshot: weights, momentum, batch-norm statistics, and the place in the round.
     *
     * @throws IOException if the file cannot be read or is not a checkpoint
     */
    static Trainer open(Path checkpoint, TrainingSettings training) throws IOException {
        return GraphTrainer.open(checkpoint, training);
    }

    /**
     * Another training of the network of a checkpoint: its parameters, but neither its momentum nor its place in a round.
     *
     * @throws IOException if the file cannot be read or is not a checkpoint
     */
    static Trainer startFrom(Path checkpoint, TrainingSettings training) throws IOException {
        return GraphTrainer.startFrom(checkpoint, training);
    }

    NetworkSettings network();

    /**
     * Trains one round; every random draw follows from (seed, round, step) alone. A trainer opened from a snapshot of
     * this round goes on behind the snapshot's last step, exactly as if it had not stopped.
     */
    RoundResult train(TrainingPool train, TrainingPool validation, Round round, TrainingProgress.Listener listener)
            throws InterruptedException;

    /** Writes a checkpoint; the same state gives the same bytes. */
    void save(Path checkpoint) throws IOException;

    /** Writes a checkpoint that also knows its place in the round; to be called by the round's listener. */
    void snapshot(Path checkpoint) throws IOException;

    @Override
    void close();
}
