package dev.plankton.network.classifier;

import dev.plankton.contracts.formats.SizeUnit;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How large an image was before it was scaled, as one more value beside its embedding (SPEC 6): the base-2 logarithm of
 * its longer side, less the mean, divided by the deviation, times the weight.
 *
 * @param unit what the sides are measured in
 * @param mean mean of the logarithms of the training images
 * @param deviation their standard deviation, above 0
 * @param weight what one deviation counts when images are compared; an embedding has length 1
 */
public record SizeFeature(SizeUnit unit, float mean, float deviation, float weight) {

    /** @throws IllegalArgumentException if no value could be computed */
    public SizeFeature {
        if (!Float.isFinite(mean) || !above0(deviation) || !above0(weight)) {
            throw new IllegalArgumentException("no size can be measured with mean %s, deviation %s and weight %s"
                    .formatted(mean, deviation, weight));
        }
    }

    private static boolean above0(float value) {
        return value > 0 && Float.isFinite(value);
    }

    /**
     * Measures the training images.
     *
     * @param longerSides in the unit, each above 0; where all are equal, the deviation is taken as 1
     */
    public static SizeFeature of(SizeUnit unit, double[] longerSides, float weight) {
        double mean =
                Arrays.stream(longerSides).map(SizeFeature::logarithm).average().orElse(0);
        double variance = Arrays.stream(longerSides)
                .map(side -> Math.pow(logarithm(side) - mean, 2))
                .average()
                .orElse(0);
        return new SizeFeature(unit, (float) mean, variance > 0 ? (float) Math.sqrt(variance) : 1, weight);
    }

    /**
     * The vectors with this value at their end.
     *
     * @param vectors shape images x dimensions
     * @param longerSides in the unit, each above 0, one for each image
     * @return shape images x (dimensions + 1)
     */
    public float[][] beside(float[][] vectors, double[] longerSides) {
        return IntStream.range(0, vectors.length)
                .mapToObj(row -> {
                    float[] longer = Arrays.copyOf(vectors[row], vectors[row].length + 1);
                    longer[vectors[row].length] = weight * ((float) logarithm(longerSides[row]) - mean) / deviation;
                    return longer;
                })
                .toArray(float[][]::new);
    }

    /** The same with another weight. */
    public SizeFeature withWeight(float other) {
        return new SizeFeature(unit, mean, deviation, other);
    }

    /** The vectors of {@link #beside} as they would be with another weight. */
    float[][] weighing(float[][] vectors, float other) {
        return Arrays.stream(vectors)
                .map(vector -> {
                    float[] changed = vector.clone();
                    changed[changed.length - 1] *= other / weight;
                    return changed;
                })
                .toArray(float[][]::new);
    }

    private static double logarithm(double side) {
        if (!(side > 0) || Double.isInfinite(side)) {
            throw new IllegalArgumentException("an image has a side of " + side);
        }
        return Math.log(side) / Math.log(2);
    }
}
