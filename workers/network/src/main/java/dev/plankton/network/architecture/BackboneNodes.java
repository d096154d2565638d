package dev.plankton.network.architecture;

import dev.plankton.network.architecture.BackboneNode.Concatenation;
import dev.plankton.network.architecture.BackboneNode.Convolution;
import dev.plankton.network.architecture.BackboneNode.Pool;
import java.util.ArrayList;
import java.util.List;

/** Collects the nodes of a backbone. Each method returns the name of the node that it added. */
final class BackboneNodes {
    private final List<BackboneNode> nodes = new ArrayList<>();

    String convolution(
            String name, String input, int filters, int kernelHeight, int kernelWidth, int stride, boolean padded) {
        return add(new Convolution(name, input, filters, kernelHeight, kernelWidth, stride, padded));
    }

    String pool(String name, String input, Pool.Kind kind, int kernel, int stride, boolean padded) {
        return add(new Pool(name, input, kind, kernel, stride, padded));
    }

    String concatenation(String name, String... inputs) {
        return add(new Concatenation(name, List.of(inputs)));
    }

    private String add(BackboneNode node) {
        nodes.add(node);
        return node.name();
    }

    List<BackboneNode> all() {
        return nodes;
    }
}
