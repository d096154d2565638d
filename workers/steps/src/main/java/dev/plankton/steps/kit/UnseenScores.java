package dev.plankton.steps.kit;

import dev.plankton.contracts.formats.UnseenMeasures.Score;
import dev.plankton.numerics.measures.LabelledVectors;
import dev.plankton.numerics.measures.Novelty;
import java.util.List;
import java.util.Optional;

/** Computes the scores that say that an image is of no class that was trained on (SPEC 11). */
public final class UnseenScores {
    /** How many of the nearest training images count. */
    public static final int NEIGHBOURS = 5;

    /** The score that is used where no classes were held out, by which the scores could be compared. */
    public static final Score USUAL = Score.NEAREST_IMAGES;

    private final Novelty novelty;
    private final Optional<Logits> classifier;

    /** The outputs of a classifier before the softmax, shape images x classes. */
    @FunctionalInterface
    public interface Logits {
        double[][] of(float[][] vectors);
    }

    private UnseenScores(Novelty novelty, Optional<Logits> classifier) {
        this.novelty = novelty;
        this.classifier = classifier;
    }

    /** Those that need only an embedding. @param train training images */
    public static UnseenScores of(LabelledVectors train) {
        return new UnseenScores(new Novelty(train, NEIGHBOURS), Optional.empty());
    }

    /** Those that need only an embedding, and those of a classifier. */
    public static UnseenScores of(LabelledVectors train, Logits classifier) {
        return new UnseenScores(new Novelty(train, NEIGHBOURS), Optional.of(classifier));
    }

    /** The scores that can be computed. */
    public List<Score> available() {
        return classifier.isPresent()
                ? List.of(Score.values())
                : List.of(Score.NEAREST_CENTROID, Score.RELATIVE_TO_RADIUS, Score.NEAREST_IMAGES);
    }

    /**
     * A score of each image; the higher, the more it seems to be of no class that was trained on.
     *
     * @param score one of {@link #available}
     * @param vectors shape images x dimensions
     */
    public double[] of(Score score, float[][] vectors) {
        return switch (score) {
            case NEAREST_CENTROID -> novelty.distances(vectors);
            case RELATIVE_TO_RADIUS -> novelty.relativeDistances(vectors);
            case NEAREST_IMAGES -> novelty.neighbourDistances(vectors);
            case CLASSIFIER_ENERGY -> Novelty.energies(classifier.orElseThrow().of(vectors));
        };
    }

    /** What a score is, for readers: "mean distance to the 5 nearest training images". */
    public static String inWords(Score score) {
        return switch (score) {
            case NEAREST_CENTROID -> "distance to the nearest class centroid";
            case RELATIVE_TO_RADIUS ->
                "distance to the nearest class centroid relative to the mean radius of that class";
            case NEAREST_IMAGES -> "mean distance to the 5 nearest training images";
            case CLASSIFIER_ENERGY -> "energy of the classifier's outputs";
        };
    }

    /** The same in few words, for the legend of a picture: "5 nearest images". */
    public static String briefly(Score score) {
        return switch (score) {
            case NEAREST_CENTROID -> "nearest centroid";
            case RELATIVE_TO_RADIUS -> "relative to the radius";
            case NEAREST_IMAGES -> "5 nearest images";
            case CLASSIFIER_ENERGY -> "classifier energy";
        };
    }
}
