package dev.plankton.network.pytorch;

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
import java.util.Optional;

/** libtorch: on CPUs, and in the build for CUDA 13 on NVIDIA cards; see {@link CardSupport}. */
public final class PytorchEngine implements TrainingEngine {
    private final TorchDevices devices;
    private final Placement placement;
    private final Optional<String> objection;

    /** Loads libtorch. */
    public PytorchEngine() {
        NativeLibraries.unpack();
        Threads.set();
        devices = TorchDevices.find(System.getenv());
        placement = devices.placement();
        objection = ConvolutionCheck.objection(placement);
    }

    @Override
    public NetworkEngine name() {
        return NetworkEngine.PYTORCH;
    }

    @Override
    public Learner.Factory learners(Precision precision) {
        if (precision == Precision.BF16) {
            ConvolutionCheck.objectionTo16Bits(placement).ifPresent(PytorchEngine::refuse);
        }
        return (network, training, objective, parameters, velocity) ->
                new TorchLearner(placement, precision, network, training, objective, parameters, velocity);
    }

    @Override
    public Perceptron.Factory perceptrons() {
        return (shape, parameters, momentum) -> new TorchPerceptron(placement, shape, parameters, momentum);
    }

    @Override
    public Embedder embedder(Path checkpoint) throws IOException {
        return TorchEmbedder.open(checkpoint, placement);
    }

    @Override
    public FeatureExtractor features(NetworkSettings network, Map<String, float[]> parameters) {
        return new TorchFeatures(network, parameters, placement);
    }

    @Override
    public ComputeDevice device() {
        objection.ifPresent(PytorchEngine::refuse);
        return devices.usable();
    }

    private static void refuse(String sentence) {
        throw new UnusableDeviceException(sentence);
    }

    @Override
    public List<ComputeDevice> requireUsable() {
        return List.of(device());
    }
}
