package dev.plankton.network;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;

/** Adds the layers of a backbone to a graph. A new backbone is one more class of this type. */
interface BackboneBuilder {
    /** Equal channels that a grey image is copied to. */
    int channels();

    /**
     * @param input name of the graph's input, images x channels x side x side
     * @return name of the vertex that the features come from, pooled to images x features
     */
    String addTo(GraphBuilder graph, String input);

    static BackboneBuilder of(NetworkSettings settings) {
        return switch (settings.backbone()) {
            case SMALL -> new SmallBackbone();
            case INCEPTION_V3 ->
                throw new IllegalArgumentException("backbone inception-v3 is not built yet; use small");
        };
    }
}
