package dev.plankton.network.pytorch;

import dev.plankton.contracts.choices.Precision;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.architecture.Section;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/** A section of a network that is not trained. It owns its parameters. */
final class FrozenSection implements AutoCloseable {
    private final NamedTensors trained;
    private final FoldedLayers layers;
    private final ForwardPass pass;

    /** @throws IllegalArgumentException if a parameter is missing or has another length */
    FrozenSection(Section section, Map<String, float[]> parameters, Precision precision) {
        trained = NamedTensors.copy(SectionShapes.trained(section), parameters);
        try (NamedTensors running = NamedTensors.copy(SectionShapes.statistics(section), parameters)) {
            layers = new FoldedLayers(section, trained, running, precision);
        }
        pass = new ForwardPass(section, layers);
    }

    /** Everything up to a stage. */
    static FrozenSection upTo(
            NetworkSettings network, String stage, Map<String, float[]> parameters, Precision precision) {
        return new FrozenSection(Section.upTo(network, stage), parameters, precision);
    }

    /** @param scope gets the output of the section */
    Tensor output(Tensor input, PointerScope scope) {
        try (NoGradGuard guard = new NoGradGuard()) {
            return pass.output(input, scope);
        }
    }

    @Override
    public void close() {
        layers.close();
        trained.close();
    }
}
