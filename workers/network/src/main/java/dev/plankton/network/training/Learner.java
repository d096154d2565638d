package dev.plankton.network.training;

import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.data.InputBatch;
import dev.plankton.network.objective.Objective;
import java.util.Map;

/**
 * A network that an engine trains by steps of gradient descent. It owns native memory until closed. One thread at a
 * time.
 */
public interface Learner extends AutoCloseable {

    /** Makes learners on one engine. */
    @FunctionalInterface
    interface Factory {
        /**
         * Prepares a network for training.
         *
         * @param objective computes the loss and the gradient for the backward pass
         * @param parameters parameters of the whole network; see {@link dev.plankton.network.architecture.Parameters}
         * @param velocity velocity of the momentum by parameter name; 0 for parameters that are not in it
         * @throws IllegalArgumentException if an array has another length than its parameter
         */
        Learner create(
                NetworkSettings network,
                TrainingSettings training,
                Objective objective,
                Map<String, float[]> parameters,
                Map<String, float[]> velocity);
    }

    /** One step of gradient descent with momentum and weight decay. */
    Objective.Result learn(InputBatch batch, double learningRate);

    /**
     * Moves the running statistics by the given share, 0 to 1, towards those of a batch, without training on the batch.
     */
    void settle(InputBatch batch, double share);

    /** The outputs of the dense layer with running statistics, shape rows x dimensions; nothing is trained. */
    double[][] outputs(InputBatch batch);

    /** The current values of the parameters of the trained part, by name. */
    Map<String, float[]> parameters();

    /** The velocity of each parameter of the trained part, by name. */
    Map<String, float[]> velocity();

    @Override
    void close();
}
