package dev.plankton.steps.newimages;

import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.ModelManifest;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.formats.UnseenMeasures.Score;
import dev.plankton.network.classifier.Classifier;
import dev.plankton.numerics.measures.LabelledVectors;
import dev.plankton.numerics.measures.NearestNeighbours;
import dev.plankton.numerics.measures.NearestNeighbours.Neighbour;
import dev.plankton.steps.kit.UnseenScores;
import dev.plankton.steps.kit.Vectors;
import java.util.Arrays;
import java.util.List;

/**
 * The labelled images nearest to new ones, and whether a new image is flagged because no class seems to claim it.
 *
 * @param nearest for each new image the nearest training images, as rows of the table of training images
 * @param score by which images are flagged
 * @param scores of the new images; the higher, the less a class claims the image
 * @param threshold score above which an image is flagged
 */
@SuppressWarnings("ArrayRecordComponent") // plain arrays, as the numerics give them
public record LabelledNeighbours(List<List<Neighbour>> nearest, Score score, double[] scores, double threshold) {
    public LabelledNeighbours {
        nearest = List.copyOf(nearest);
    }

    /**
     * Finds the neighbours, and the scores that the model was found to need.
     *
     * @param vectors embeddings of the new images, shape n x dimensions
     * @param learnt embeddings of the images that the model was made of
     * @param quantile the threshold is this quantile of the validation images' scores
     */
    public static LabelledNeighbours of(
            float[][] vectors, ModelManifest model, EmbeddingTable learnt, Classifier classifier, double quantile) {
        LabelledVectors train = Vectors.of(learnt, Split.TRAIN);
        float[][] validation = learnt.only(Split.VALIDATION).vectors();
        Score score = model.unseenScore().orElse(UnseenScores.USUAL);
        NearestNeighbours neighbours = new NearestNeighbours(train, UnseenScores.NEIGHBOURS);
        List<List<Neighbour>> nearest = neighbours.of(vectors);
        if (score == Score.NEAREST_IMAGES) { // the neighbours are known
            return new LabelledNeighbours(
                    nearest, score, means(nearest), threshold(means(neighbours.of(validation)), quantile));
        }
        UnseenScores scores = UnseenScores.of(train, classifier::logits);
        return new LabelledNeighbours(
                nearest, score, scores.of(score, vectors), threshold(scores.of(score, validation), quantile));
    }

    private static double threshold(double[] scores, double quantile) {
        double[] ascending = scores.clone();
        Arrays.sort(ascending);
        return ascending.length == 0
                ? Double.POSITIVE_INFINITY
                : ascending[(int) Math.min(ascending.length - 1, Math.floor(quantile * ascending.length))];
    }

    private static double[] means(List<List<Neighbour>> nearest) {
        return nearest.stream().mapToDouble(NearestNeighbours::meanDistance).toArray();
    }

    /** How far a new image is from the labelled images: the mean distance to its neighbours. */
    public double distance(int image) {
        return NearestNeighbours.meanDistance(nearest.get(image));
    }

    /** Whether no class seems to claim a new image. */
    public boolean far(int image) {
        return scores[image] > threshold;
    }
}
