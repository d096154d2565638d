package dev.plankton.contracts.formats;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The measures of one checkpoint (SPEC 5), stored as a JSON artifact of kind "evaluation".
 *
 * @param round 0 for the network before training
 * @param classes class names; every list and matrix per class has this order
 * @param validation measures on validation images
 * @param test the same measures on test images
 * @param perClass one entry per class, on validation images
 * @param centroids class centroids of the validation embeddings, shape classes x dimensions
 * @param centroidDistances Euclidean distances between them, shape classes x classes
 * @param confusion counts of validation images by the nearest centroid of the training images; row = true class, column
 *     = predicted class
 * @param meanPairwiseDistance mean Euclidean distance between validation embeddings; near 0 it is a sign of collapse
 * @param embeddingVariance sum over dimensions of the variance of validation embeddings; near 0 it is a sign of
 *     collapse
 * @param unseen measures on classes that were held out; empty if none were
 */
@SuppressWarnings("ArrayRecordComponent") // matrices of plain numbers
public record Evaluation(
        int round,
        List<String> classes,
        Measures validation,
        Measures test,
        List<ClassMeasures> perClass,
        float[][] centroids,
        double[][] centroidDistances,
        int[][] confusion,
        double meanPairwiseDistance,
        double embeddingVariance,
        Optional<UnseenMeasures> unseen) {

    /**
     * @param images number of images measured
     * @param accuracySelf nearest-centroid accuracy with centroids of the measured images themselves (the original's
     *     figure)
     * @param accuracy nearest-centroid accuracy with centroids of the training images
     * @param accuracyInterval where that accuracy would lie for other images of the same classes; empty in evaluations of
     *     earlier versions
     * @param accuracy5nn accuracy of the majority among the 5 nearest training images
     * @param sampled if there are very many images, how many of them were drawn at random to be compared with all
     *     others; accuracy5nn, precisionAt1, rPrecision, meanAveragePrecisionAtR and silhouette are means over these,
     *     and {@link Evaluation#meanPairwiseDistance} over those of validation. Empty if the measures are means over
     *     all images
     */
    public record Measures(
            int images,
            double accuracySelf,
            double accuracy,
            Optional<Interval> accuracyInterval,
            double accuracy5nn,
            double precisionAt1,
            double rPrecision,
            double meanAveragePrecisionAtR,
            double macroF1,
            double balancedAccuracy,
            double silhouette,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) OptionalInt sampled) {

        /** On how many images the sampled measures rest, if not on all: "20,000 of the 140,000 test images". */
        private Optional<String> sample(String split) {
            return sampled.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            String.format(Locale.ROOT, "%,d of the %,d %s images", sampled.getAsInt(), images, split));
        }
    }

    /** A range that holds a figure with a probability of 95 %. */
    public record Interval(double low, double high) {}

    /**
     * @param meanRadius mean Euclidean distance of the class's embeddings to their centroid
     * @param maxRadius the largest such distance
     * @param centroidMoved distance of the centroid from that of the previous checkpoint; 0 for round 0
     */
    public record ClassMeasures(
            String name,
            int images,
            double meanRadius,
            double maxRadius,
            double centroidMoved,
            double precision,
            double recall,
            double f1) {}

    public Evaluation {
        classes = List.copyOf(classes);
        perClass = List.copyOf(perClass);
    }

    /** A sentence for readers that says which measures rest on a sample, and on how large a one; empty if none does. */
    public String sampleInWords() {
        List<String> samples = Stream.of(validation.sample("validation"), test.sample("test"))
                .flatMap(Optional::stream)
                .toList();
        return samples.isEmpty()
                ? ""
                : " Accuracy by the 5 nearest training images, precision@1, R-precision, MAP@R, silhouette and the mean distance of any two images rest on %s, drawn at random and compared with all."
                        .formatted(String.join(" and ", samples));
    }
}
