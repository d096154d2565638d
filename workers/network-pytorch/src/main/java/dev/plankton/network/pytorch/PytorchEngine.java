package dev.plankton.network.pytorch;

import dev.plankton.contracts.choices.NetworkEngine;
import dev.plankton.contracts.choices.Precision;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.classifier.Perceptron;
import dev.plankton.network.engine.ComputeDevice;
import dev.plankton.network.engine.Embedder;
import dev.plankton.network.engine.FeatureExtractor;
import dev.plankton.network.engine.Processor;
import dev.plankton.network.engine.TrainingEngine;
import dev.plankton.network.training.Learner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.global.torch;

/** libtorch on CPUs. */
public final class PytorchEngine implements TrainingEngine {
    /** Loads libtorch. */
    public PytorchEngine() {
        Threads.set();
    }

    @Override
    public NetworkEngine name() {
        return NetworkEngine.PYTORCH;
    }

    @Override
    public Learner.Factory learners(Precision precision) {
        return (network, training, objective, parameters, velocity) ->
                new TorchLearner(precision, network, training, objective, parameters, velocity);
    }

    @Override
    public Perceptron.Factory perceptrons() {
        return TorchPerceptron::new;
    }

    @Override
    public Embedder embedder(Path checkpoint) throws IOException {
        return TorchEmbedder.open(checkpoint);
    }

    @Override
    public FeatureExtractor features(NetworkSettings network, Map<String, float[]> parameters) {
        return new TorchFeatures(network, parameters);
    }

    @Override
    public ComputeDevice device() {
        return Processor.device(torch.get_num_threads());
    }

    @Override
    public List<ComputeDevice> requireUsable() {
        return List.of(device());
    }
}
