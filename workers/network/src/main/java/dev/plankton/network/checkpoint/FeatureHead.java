package dev.plankton.network.checkpoint;

import dev.plankton.contracts.BadInputException;
import dev.plankton.network.architecture.HeadFunction;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.architecture.Parameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** The dense layer at the end of a trained network, for images whose features are already known. */
public final class FeatureHead {
    private final NetworkSettings settings;
    /** Shape dimensions x features. */
    private final float[] weights;

    private final float[] shifts;

    private FeatureHead(NetworkSettings settings, float[] weights, float[] shifts) {
        this.settings = settings;
        this.weights = weights;
        this.shifts = shifts;
    }

    /** @throws IOException if the file cannot be read or is not a checkpoint */
    public static FeatureHead open(Path checkpoint) throws IOException {
        Checkpoint read = Checkpoint.read(checkpoint);
        int dimensions = read.network().dimensions();
        try {
            return new FeatureHead(
                    read.network(),
                    read.parameter(
                            Parameters.name(Parameters.EMBEDDING, Parameters.WEIGHTS),
                            dimensions * read.network().featureCount()),
                    read.parameter(Parameters.name(Parameters.EMBEDDING, Parameters.BIAS), dimensions));
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "%s is not a checkpoint of this network: %s".formatted(checkpoint, e.getMessage()), e);
        }
    }

    /**
     * @param features shape images x features
     * @return shape images x dimensions
     * @throws BadInputException if the network has another number of features
     */
    public float[][] embed(float[][] features) {
        int pooled = settings.featureCount();
        for (float[] row : features) {
            if (row.length != pooled) {
                throw new BadInputException(
                        "There are %d features for each image, but the network has %d; use the featureTable that was computed for it."
                                .formatted(row.length, pooled));
            }
        }
        return Arrays.stream(features).parallel().map(this::embed).toArray(float[][]::new);
    }

    private float[] embed(float[] features) {
        double[] outputs = new double[shifts.length];
        for (int dimension = 0; dimension < outputs.length; dimension++) {
            double sum = shifts[dimension];
            for (int i = 0; i < features.length; i++) {
                sum += weights[dimension * features.length + i] * (double) features[i];
            }
            outputs[dimension] = sum;
        }
        return HeadFunction.floats(HeadFunction.embedding(settings.head(), outputs));
    }
}
