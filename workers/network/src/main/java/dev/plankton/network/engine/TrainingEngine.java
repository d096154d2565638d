package dev.plankton.network.engine;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.NetworkEngine;
import dev.plankton.contracts.choices.Precision;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.classifier.Perceptron;
import dev.plankton.network.training.Learner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A library that computes networks: the forward and backward pass of everything that an
 * {@link dev.plankton.network.architecture.Architecture} describes. {@link Engines} finds them. What
 * they share (samplers, objectives, the rounds of a training, the format of checkpoints) is outside the engines, so one
 * engine can open the checkpoints of another.
 */
public interface TrainingEngine {

    /** Its name; never {@link NetworkEngine#AUTO}. */
    NetworkEngine name();

    /**
     * Prepares networks for training; a {@link dev.plankton.network.training.Trainer} takes them through their rounds.
     *
     * @throws BadInputException if the engine cannot calculate with this precision
     * @throws UnusableDeviceException if this machine calculates wrongly with it
     */
    Learner.Factory learners(Precision precision);

    /** Prepares a classifier of embeddings. */
    Perceptron.Factory perceptrons();

    /**
     * Loads the network of a checkpoint to embed images on the training device.
     *
     * @throws IOException if the file cannot be read or is not a checkpoint
     */
    Embedder embedder(Path checkpoint) throws IOException;

    /**
     * The backbone of a network that is not trained.
     *
     * @param parameters parameters of the whole network; see {@link dev.plankton.network.architecture.Parameters}
     */
    FeatureExtractor features(NetworkSettings network, Map<String, float[]> parameters);

    /**
     * The device of the calling thread. If several cards are visible, threads are spread over them.
     *
     * @throws UnusableDeviceException if there is none
     */
    ComputeDevice device();

    /**
     * The devices that this process may use, at least one. Call it before the first use of the network, which otherwise
     * fails somewhere in native code.
     *
     * @throws UnusableDeviceException if there is none, or one that this build cannot compute on
     */
    List<ComputeDevice> requireUsable();
}
