package dev.plankton.steps.newimages;

import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.Split;
import dev.plankton.numerics.measures.NearestNeighbours;
import dev.plankton.numerics.measures.NearestNeighbours.Neighbour;
import dev.plankton.steps.kit.Vectors;
import java.util.List;

/**
 * How far new images are from the images that the model was trained on.
 *
 * @param nearest for each new image the nearest training images, as rows of the table of training images
 * @param threshold distance above which an image is far from all labelled images
 */
public record LabelledNeighbours(List<List<Neighbour>> nearest, double threshold) {
    private static final int NEIGHBOURS = 5;

    public LabelledNeighbours {
        nearest = List.copyOf(nearest);
    }

    /**
     * Finds the neighbours.
     *
     * @param vectors embeddings of the new images, shape n x dimensions
     * @param learnt embeddings of the images that the model was made of
     * @param quantile the threshold is this quantile of the validation images' distances to the training images
     */
    public static LabelledNeighbours of(float[][] vectors, EmbeddingTable learnt, double quantile) {
        NearestNeighbours neighbours = new NearestNeighbours(Vectors.of(learnt, Split.TRAIN), NEIGHBOURS);
        double threshold = threshold(neighbours, learnt.only(Split.VALIDATION), quantile);
        return new LabelledNeighbours(neighbours.of(vectors), threshold);
    }

    private static double threshold(NearestNeighbours neighbours, EmbeddingTable validation, double quantile) {
        double[] distances = neighbours.of(validation.vectors()).stream()
                .mapToDouble(LabelledNeighbours::mean)
                .sorted()
                .toArray();
        return distances.length == 0
                ? Double.POSITIVE_INFINITY
                : distances[(int) Math.min(distances.length - 1, Math.floor(quantile * distances.length))];
    }

    /** How far a new image is from the labelled images: the mean distance to its neighbours. */
    public double distance(int image) {
        return mean(nearest.get(image));
    }

    /** Whether a new image is far from all labelled images. */
    public boolean far(int image) {
        return distance(image) > threshold;
    }

    private static double mean(List<Neighbour> neighbours) {
        return neighbours.stream().mapToDouble(Neighbour::distance).average().orElse(Double.POSITIVE_INFINITY);
    }
}
