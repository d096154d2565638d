package dev.plankton.network;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;

/**
 * Two convolutions and three blocks of four branches each, as Inception v3 has them, but narrow: 140,168 weights and
 * 192 features. It sees one grey channel: three equal ones would add nothing.
 */
final class SmallBackbone implements BackboneBuilder {
    /** Four times halved, at least one pixel is left. */
    static final int SMALLEST_SIDE = 16;

    @Override
    public int channels() {
        return 1;
    }

    @Override
    public String addTo(GraphBuilder graph, String input) {
        String stem = convolution(graph, "stem0", input, 24, 3, 2);
        stem = halved(graph, "pool0", convolution(graph, "stem1", stem, 32, 3, 1));
        String mixed = halved(graph, "pool1", mixed(graph, "mixed0", stem, 16));
        mixed = halved(graph, "pool2", mixed(graph, "mixed1", mixed, 32));
        mixed = mixed(graph, "mixed2", mixed, 48);
        graph.addLayer("features", new GlobalPoolingLayer(PoolingType.AVG), mixed);
        return "features";
    }

    private static String mixed(GraphBuilder graph, String name, String input, int filters) {
        String single = convolution(graph, name + "_1x1", input, filters, 1, 1);
        String once = convolution(graph, name + "_3x3_a", input, filters, 1, 1);
        once = convolution(graph, name + "_3x3_b", once, filters, 3, 1);
        String twice = convolution(graph, name + "_5x5_a", input, filters, 1, 1);
        twice = convolution(graph, name + "_5x5_b", twice, filters, 3, 1);
        twice = convolution(graph, name + "_5x5_c", twice, filters, 3, 1);
        String pooled = pool(graph, name + "_pool_a", input, PoolingType.AVG, 3, 1);
        pooled = convolution(graph, name + "_pool_b", pooled, filters, 1, 1);
        graph.addVertex(name, new MergeVertex(), single, once, twice, pooled);
        return name;
    }

    private static String convolution(
            GraphBuilder graph, String name, String input, int filters, int kernel, int stride) {
        graph.addLayer(name, new FusedConvolution(filters, kernel, kernel, stride, true), input);
        return name;
    }

    private static String halved(GraphBuilder graph, String name, String input) {
        return pool(graph, name, input, PoolingType.MAX, 2, 2);
    }

    private static String pool(
            GraphBuilder graph, String name, String input, PoolingType type, int kernel, int stride) {
        graph.addLayer(
                name,
                new SubsamplingLayer.Builder(type)
                        .kernelSize(kernel, kernel)
                        .stride(stride, stride)
                        .convolutionMode(ConvolutionMode.Same)
                        .dataFormat(CNN2DFormat.NHWC)
                        .build(),
                input);
        return name;
    }
}
