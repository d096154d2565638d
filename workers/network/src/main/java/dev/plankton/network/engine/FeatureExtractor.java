package dev.plankton.network.engine;

import java.util.List;

/** The backbone of a network that is not trained; owns native memory until closed. One thread at a time. */
public interface FeatureExtractor extends AutoCloseable {
    /**
     * The features of grey images of side x side pixels, row by row, 0 black to 255 white.
     *
     * @return shape images x {@link dev.plankton.network.architecture.NetworkSettings#featureCount}
     */
    float[][] features(List<byte[]> images, int side);

    @Override
    void close();
}
