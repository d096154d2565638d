package dev.plankton.network.pytorch;

import dev.plankton.contracts.choices.Precision;
import dev.plankton.network.architecture.BackboneNode;
import dev.plankton.network.architecture.BackboneNode.Convolution;
import dev.plankton.network.architecture.Parameters;
import dev.plankton.network.architecture.Section;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Layers for inference. Batch normalisation by running statistics m and v is part of the convolution: (w * x - m) /
 * sqrt(v + e) + shift = (w / sqrt(v + e)) * x + (shift - m / sqrt(v + e)). It owns its tensors.
 */
final class FoldedLayers implements Layers, AutoCloseable {
    private record Folded(Tensor weights, Tensor bias) {}

    private final Map<String, Folded> convolutions = new HashMap<>();
    private final torch.ScalarType type;

    FoldedLayers(Section section, NamedTensors trained, NamedTensors running, Precision precision) {
        this.type = Types.of(precision);
        try (PointerScope scope = new PointerScope()) {
            for (BackboneNode node : section.nodes()) {
                if (node instanceof Convolution convolution) {
                    convolutions.put(node.name(), fold(convolution, trained, running));
                }
            }
        }
    }

    private Folded fold(Convolution node, NamedTensors trained, NamedTensors running) {
        String layer = node.name();
        Tensor scale = running.get(layer, Parameters.VARIANCE)
                .add(new Scalar(Convolution.EPSILON))
                .rsqrt();
        Tensor weights = GreyImages.weights(
                        node, trained.get(layer, Parameters.WEIGHTS).detach())
                .mul(scale.view(-1, 1, 1, 1));
        Tensor bias = trained.get(layer, Parameters.SHIFT)
                .detach()
                .sub(running.get(layer, Parameters.MEAN).mul(scale));
        return new Folded(
                Tensors.channelsLast(weights).to(type).retainReference(),
                bias.to(type).retainReference());
    }

    @Override
    public Tensor convolution(Convolution node, Tensor input) {
        Folded folded = Objects.requireNonNull(convolutions.get(node.name()), node.name());
        Tensor output = Windows.convolve(node, input.to(type), folded.weights(), new TensorOptional(folded.bias()));
        output.relu_(); // in place: what it returns is only another name for the same tensor
        return output;
    }

    @Override
    public void close() {
        convolutions.values().forEach(folded -> {
            folded.weights().close();
            folded.bias().close();
        });
    }
}
