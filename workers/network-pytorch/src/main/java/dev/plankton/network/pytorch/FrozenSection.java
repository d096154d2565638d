package dev.plankton.network.pytorch;

import dev.plankton.contracts.choices.Precision;
import dev.plankton.network.architecture.Section;
import dev.plankton.network.data.InputBatch;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/** A section of a network that is not trained. It owns its parameters. */
final class FrozenSection implements AutoCloseable {
    private final Placement placement;
    private final NamedTensors trained;
    private final FoldedLayers layers;
    private final ForwardPass pass;

    /** @throws IllegalArgumentException if a parameter is missing or has another length */
    FrozenSection(Section section, Map<String, float[]> parameters, Precision precision, Placement placement) {
        this.placement = placement;
        trained = NamedTensors.copy(SectionShapes.trained(section), parameters, placement);
        try (NamedTensors running = NamedTensors.copy(SectionShapes.statistics(section), parameters, placement)) {
            layers = new FoldedLayers(section, trained, running, precision);
        }
        pass = new ForwardPass(section, layers, trained);
    }

    /** @param scope gets the output of the section */
    Tensor output(InputBatch batch, PointerScope scope) {
        try (NoGradGuard guard = new NoGradGuard()) {
            return pass.output(placement.put(Tensors.input(batch)), scope);
        }
    }

    @Override
    public void close() {
        layers.close();
        trained.close();
    }
}
