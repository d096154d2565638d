package dev.plankton.network.pytorch;

import dev.plankton.contracts.choices.Precision;
import dev.plankton.network.architecture.HeadFunction;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.architecture.Section;
import dev.plankton.network.engine.FeatureExtractor;
import java.util.List;
import java.util.Map;

/** A backbone on libtorch, in 32 bits. */
final class TorchFeatures implements FeatureExtractor {
    private final TorchInference inference;

    TorchFeatures(NetworkSettings settings, Map<String, float[]> parameters, Placement placement) {
        inference = new TorchInference(
                settings, new FrozenSection(Section.features(settings), parameters, Precision.FP32, placement));
    }

    @Override
    public float[][] features(List<byte[]> images, int side) {
        return inference.map(images, side, HeadFunction::floats);
    }

    @Override
    public void close() {
        inference.close();
    }
}
