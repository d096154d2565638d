package dev.plankton.steps.train;

import dev.plankton.contracts.tasks.TrainTask;
import dev.plankton.network.architecture.InputScaling;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.architecture.OnnxSource;
import dev.plankton.network.objective.LossSettings;
import dev.plankton.network.training.TrainingSettings;
import java.util.Optional;

/** The input of a round as settings of the network and of training. */
record TrainingRequest(TrainTask.Input input, Optional<OnnxSource> onnx) {

    /** @throws dev.plankton.contracts.BadInputException if no network or no training can have these settings */
    TrainingRequest {
        network(input, onnx, InputScaling.SIGNED);
        training(input);
    }

    /** @param scaling the scaling of grey values that the first weights of the network need */
    NetworkSettings network(InputScaling scaling) {
        return network(input, onnx, scaling);
    }

    private static NetworkSettings network(TrainTask.Input input, Optional<OnnxSource> onnx, InputScaling scaling) {
        return new NetworkSettings(
                input.backbone(),
                input.head(),
                input.features(),
                input.networkSide(),
                input.dimensions(),
                scaling,
                input.testTimeSymmetries(),
                onnx);
    }

    /** Whether a network has the requested settings, with the scaling of the weights that it began with. */
    boolean describes(NetworkSettings network) {
        return network.equals(network(network.scaling()));
    }

    TrainingSettings training() {
        return training(input);
    }

    private static TrainingSettings training(TrainTask.Input input) {
        return new TrainingSettings(
                new LossSettings(
                        input.loss(), input.miner(), input.margin(), input.similarityMargin(), input.similarityScale()),
                input.momentum(),
                input.weightDecay(),
                input.sampling(),
                input.triplets(),
                input.classesPerBatch(),
                input.imagesPerClassInBatch(),
                input.warmupSteps(),
                input.train(),
                input.batchNorm(),
                input.augment(),
                input.ema(),
                input.seed());
    }
}
