package dev.plankton.network.architecture;

import dev.plankton.contracts.choices.Backbone;
import dev.plankton.network.architecture.BackboneNode.Pool;

/**
 * Inception v3 without its top, as in Keras (Szegedy et al., Rethinking the Inception Architecture for Computer Vision,
 * 2016): 21,802,784 parameters, 2048 features. Its convolutions are called conv2d_1 to conv2d_94 in the order in which
 * Keras creates them, which is also the order of its published weights.
 */
final class InceptionV3 {
    private static final int CHANNELS = 3;

    private static final Architecture ARCHITECTURE = describe();

    private final BackboneNodes nodes = new BackboneNodes();
    private int convolutions;
    private int pools;

    private InceptionV3() {}

    static Architecture architecture() {
        return ARCHITECTURE;
    }

    private static Architecture describe() {
        InceptionV3 built = new InceptionV3();
        built.build();
        return new Architecture(CHANNELS, built.nodes.all(), Backbone.INCEPTION_V3.stages());
    }

    private void build() {
        String x = stem(Architecture.IMAGES);
        x = wide(0, x, 32);
        x = wide(1, x, 64);
        x = wide(2, x, 64);
        x = firstHalving(x);
        x = factorised(4, x, 128);
        x = factorised(5, x, 160);
        x = factorised(6, x, 160);
        x = factorised(7, x, 192);
        x = secondHalving(x);
        x = expanded(9, x);
        expanded(10, x);
    }

    private String stem(String images) {
        String x = valid(images, 32, 3, 2);
        x = valid(x, 32, 3, 1);
        x = same(x, 64, 3, 3);
        x = halved(x);
        x = valid(x, 80, 1, 1);
        x = valid(x, 192, 3, 1);
        return halved(x);
    }

    /** mixed0 to mixed2, 35 x 35 at side 299: branches of 1x1, 5x5, twice 3x3, and a mean. */
    private String wide(int block, String x, int pooledFilters) {
        String single = same(x, 64, 1, 1);
        String five = same(same(x, 48, 1, 1), 64, 5, 5);
        String twice = same(same(same(x, 64, 1, 1), 96, 3, 3), 96, 3, 3);
        String pooled = same(mean(x), pooledFilters, 1, 1);
        return concatenated(block, single, five, twice, pooled);
    }

    private String firstHalving(String x) {
        String once = valid(x, 384, 3, 2);
        String twice = valid(same(same(x, 64, 1, 1), 96, 3, 3), 96, 3, 2);
        return concatenated(3, once, twice, halved(x));
    }

    /** mixed4 to mixed7, 17 x 17 at side 299: 7x7 in two steps. */
    private String factorised(int block, String x, int narrow) {
        String single = same(x, 192, 1, 1);
        String once = same(same(same(x, narrow, 1, 1), narrow, 1, 7), 192, 7, 1);
        String twice = same(same(x, narrow, 1, 1), narrow, 7, 1);
        twice = same(same(same(twice, narrow, 1, 7), narrow, 7, 1), 192, 1, 7);
        String pooled = same(mean(x), 192, 1, 1);
        return concatenated(block, single, once, twice, pooled);
    }

    private String secondHalving(String x) {
        String once = valid(same(x, 192, 1, 1), 320, 3, 2);
        String seven = same(same(same(x, 192, 1, 1), 192, 1, 7), 192, 7, 1);
        return concatenated(8, once, valid(seven, 192, 3, 2), halved(x));
    }

    /** mixed9 and mixed10, 8 x 8 at side 299: 3x3 as 1x3 beside 3x1. */
    private String expanded(int block, String x) {
        String single = same(x, 320, 1, 1);
        String narrow = same(x, 384, 1, 1);
        String once = nodes.concatenation("mixed" + block + "_once", same(narrow, 384, 1, 3), same(narrow, 384, 3, 1));
        narrow = same(same(x, 448, 1, 1), 384, 3, 3);
        String twice =
                nodes.concatenation("mixed" + block + "_twice", same(narrow, 384, 1, 3), same(narrow, 384, 3, 1));
        String pooled = same(mean(x), 192, 1, 1);
        return concatenated(block, single, once, twice, pooled);
    }

    private String same(String input, int filters, int kernelHeight, int kernelWidth) {
        return nodes.convolution(nextConvolution(), input, filters, kernelHeight, kernelWidth, 1, true);
    }

    private String valid(String input, int filters, int kernel, int stride) {
        return nodes.convolution(nextConvolution(), input, filters, kernel, kernel, stride, false);
    }

    private String nextConvolution() {
        return "conv2d_" + ++convolutions;
    }

    private String halved(String input) {
        return nodes.pool("pool_" + ++pools, input, Pool.Kind.LARGEST, 3, 2, false);
    }

    private String mean(String input) {
        return nodes.pool("pool_" + ++pools, input, Pool.Kind.MEAN, 3, 1, true);
    }

    private String concatenated(int block, String... branches) {
        return nodes.concatenation("mixed" + block, branches);
    }
}
