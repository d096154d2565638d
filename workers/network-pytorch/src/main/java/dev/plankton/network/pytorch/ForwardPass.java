package dev.plankton.network.pytorch;

import dev.plankton.network.architecture.BackboneNode;
import dev.plankton.network.architecture.Parameters;
import dev.plankton.network.architecture.Section;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Computes the nodes of a section one after another. An output is released after the last node that takes it, so that
 * little memory is in use (in training, libtorch itself keeps what the backward pass needs).
 */
final class ForwardPass {
    private final Section section;
    private final Layers layers;
    private final NamedTensors parameters;
    private final Map<String, Integer> uses = new HashMap<>();

    /** @param parameters hold the dense layer, if the section has one; they stay the caller's */
    ForwardPass(Section section, Layers layers, NamedTensors parameters) {
        this.section = section;
        this.layers = layers;
        this.parameters = parameters;
        section.nodes().forEach(node -> node.inputs().forEach(input -> uses.merge(input, 1, Integer::sum)));
    }

    /**
     * The output of the section in 32 bits, or of its last stage in the precision that it is computed in.
     *
     * @param input rows x channels x height x width, or rows x features; it stays the caller's
     * @param scope gets the output
     */
    Tensor output(Tensor input, PointerScope scope) {
        return Tensors.within(scope, () -> output(input));
    }

    private Tensor output(Tensor input) {
        Tensor last = lastNode(input, PointerScope.getInnerScope());
        if (section.pools()) {
            last = last.mean(new long[] {2, 3}, false, new ScalarTypeOptional(torch.ScalarType.Float));
        }
        return section.embedding() ? dense(last) : last;
    }

    /** Rows x features become rows x dimensions. */
    private Tensor dense(Tensor features) {
        return torch.linear(
                features,
                parameters.get(Parameters.EMBEDDING, Parameters.WEIGHTS),
                new TensorOptional(parameters.get(Parameters.EMBEDDING, Parameters.BIAS)));
    }

    private Tensor lastNode(Tensor input, PointerScope scope) {
        Map<String, Tensor> outputs = new HashMap<>();
        Map<String, Integer> left = new HashMap<>(uses);
        Tensor last = input;
        for (BackboneNode node : section.nodes()) {
            List<Tensor> inputs = node.inputs().stream()
                    .map(name ->
                            name.equals(section.inputName()) ? input : Objects.requireNonNull(outputs.get(name), name))
                    .toList();
            last = Tensors.within(scope, () -> compute(node, inputs));
            outputs.put(node.name(), last);
            for (String name : node.inputs()) {
                if (left.merge(name, -1, Integer::sum) == 0 && !name.equals(section.inputName())) {
                    Objects.requireNonNull(outputs.remove(name), name).close();
                }
            }
        }
        return last;
    }

    private Tensor compute(BackboneNode node, List<Tensor> inputs) {
        return switch (node) {
            case BackboneNode.Convolution convolution -> layers.convolution(convolution, inputs.getFirst());
            case BackboneNode.Pool pool -> Windows.pool(pool, inputs.getFirst());
            case BackboneNode.Concatenation concatenation ->
                torch.cat(new TensorVector(inputs.toArray(Tensor[]::new)), 1);
        };
    }
}
