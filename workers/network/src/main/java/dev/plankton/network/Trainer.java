package dev.plankton.network;

import java.io.IOException;
import java.nio.file.Path;

/** A network in training; owns native memory until closed. One thread at a time. */
public interface Trainer extends AutoCloseable {

    /** A fresh network whose weights follow from the seed. */
    static Trainer create(NetworkSettings network, TrainingSettings training) {
        return GraphTrainer.create(network, training);
    }

    /**
     * Goes on from a checkpoint: weights, momentum, batch-norm statistics.
     *
     * @throws IOException if the file cannot be read or is not a checkpoint
     */
    static Trainer open(Path checkpoint, TrainingSettings training) throws IOException {
        return GraphTrainer.open(checkpoint, training);
    }

    NetworkSettings network();

    /** Trains one round; every random draw follows from (seed, round, step) alone. */
    RoundResult train(TrainingPool train, TrainingPool validation, Round round, TrainingProgress.Listener listener)
            throws InterruptedException;

    /** Writes a checkpoint; the same state gives the same bytes. */
    void save(Path checkpoint) throws IOException;

    @Override
    void close();
}
