package dev.plankton.network.dl4j;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.NetworkEngine;
import dev.plankton.contracts.choices.Precision;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.classifier.Perceptron;
import dev.plankton.network.engine.ComputeDevice;
import dev.plankton.network.engine.Embedder;
import dev.plankton.network.engine.FeatureExtractor;
import dev.plankton.network.engine.TrainingEngine;
import dev.plankton.network.engine.UnusableDeviceException;
import dev.plankton.network.training.Learner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Deeplearning4j on ND4J: on CPUs, and in the build for CUDA 11.6 on NVIDIA cards; see {@link DeviceSupport}. */
public final class Dl4jEngine implements TrainingEngine {
    @Override
    public NetworkEngine name() {
        return NetworkEngine.DL4J;
    }

    @Override
    public Learner.Factory learners(Precision precision) {
        return switch (precision) {
            case FP32 -> GraphLearner::new;
            case BF16 ->
                throw new BadInputException(
                        "trainingEngine dl4j calculates with precision fp32 only; use trainingEngine pytorch, or precision fp32.");
        };
    }

    @Override
    public Perceptron.Factory perceptrons() {
        return GraphPerceptron::new;
    }

    @Override
    public Embedder embedder(Path checkpoint) throws IOException {
        return GraphEmbedder.open(checkpoint);
    }

    @Override
    public FeatureExtractor features(NetworkSettings network, Map<String, float[]> parameters) {
        return new GraphFeatures(network, parameters);
    }

    @Override
    public ComputeDevice device() {
        return NativeDevices.find().current();
    }

    @Override
    public List<ComputeDevice> requireUsable() {
        List<ComputeDevice> devices = NativeDevices.find().all();
        devices.forEach(device -> DeviceSupport.objection(device).ifPresent(sentence -> {
            throw new UnusableDeviceException(sentence);
        }));
        return devices;
    }
}
