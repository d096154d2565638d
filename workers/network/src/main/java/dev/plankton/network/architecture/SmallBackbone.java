package dev.plankton.network.architecture;

import dev.plankton.contracts.choices.Backbone;
import dev.plankton.network.architecture.BackboneNode.Pool;

/**
 * Two convolutions and three blocks of four branches each, as in Inception v3, but narrow: about 140,000 weights and 192
 * features. It halves images four times. It takes one grey channel, because three equal channels would add nothing.
 */
final class SmallBackbone {
    private static final Architecture ARCHITECTURE = describe();

    private final BackboneNodes nodes = new BackboneNodes();

    private SmallBackbone() {}

    static Architecture architecture() {
        return ARCHITECTURE;
    }

    private static Architecture describe() {
        SmallBackbone built = new SmallBackbone();
        built.build();
        return new Architecture(1, built.nodes.all(), Backbone.SMALL.stages());
    }

    private void build() {
        String x = nodes.convolution("stem0", Architecture.IMAGES, 24, 3, 3, 2, true);
        x = halved("pool0", convolution("stem1", x, 32, 3));
        x = halved("pool1", mixed("mixed0", x, 16));
        x = halved("pool2", mixed("mixed1", x, 32));
        mixed("mixed2", x, 48);
    }

    private String mixed(String name, String input, int filters) {
        String single = convolution(name + "_1x1", input, filters, 1);
        String once = convolution(name + "_3x3_a", input, filters, 1);
        once = convolution(name + "_3x3_b", once, filters, 3);
        String twice = convolution(name + "_5x5_a", input, filters, 1);
        twice = convolution(name + "_5x5_b", twice, filters, 3);
        twice = convolution(name + "_5x5_c", twice, filters, 3);
        String pooled = nodes.pool(name + "_pool_a", input, Pool.Kind.MEAN, 3, 1, true);
        pooled = convolution(name + "_pool_b", pooled, filters, 1);
        return nodes.concatenation(name, single, once, twice, pooled);
    }

    private String convolution(String name, String input, int filters, int kernel) {
        return nodes.convolution(name, input, filters, kernel, kernel, 1, true);
    }

    private String halved(String name, String input) {
        return nodes.pool(name, input, Pool.Kind.LARGEST, 2, 2, true);
    }
}
