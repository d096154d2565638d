package dev.plankton.numerics.measures;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The results of scikit-learn and NumPy; make_reference.py in the folder of reference.json wrote them. */
@SuppressWarnings("ArrayRecordComponent")
public record Reference(
        int classes,
        float[][] train,
        int[] trainLabels,
        float[][] images,
        int[] labels,
        double accuracy,
        double accuracySelf,
        double accuracy5nn,
        int[] predicted5nn,
        double balancedAccuracy,
        double macroF1,
        int[][] confusion,
        double[] precision,
        double[] recall,
        double[] f1,
        double precisionAt1,
        double rPrecision,
        double meanAveragePrecisionAtR,
        double silhouette,
        double[] silhouettes,
        double meanPairwiseDistance,
        double variance,
        double[][] centroidDistances,
        double[] meanRadius,
        double[] maxRadius) {

    public static Reference load() {
        try (InputStream in = Objects.requireNonNull(Reference.class.getResourceAsStream("reference.json"))) {
            return new JsonMapper().readValue(in, Reference.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LabelledVectors trainVectors() {
        return new LabelledVectors(train, trainLabels, classes);
    }

    LabelledVectors imageVectors() {
        return new LabelledVectors(images, labels, classes);
    }
}
