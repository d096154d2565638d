package dev.plankton.evaluate.measures;

import dev.plankton.runtime.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** What scikit-learn and NumPy say; made by make_reference.py beside reference.json. */
@SuppressWarnings("ArrayRecordComponent")
record Reference(
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
        double meanPairwiseDistance,
        double variance,
        double[][] centroidDistances,
        double[] meanRadius,
        double[] maxRadius) {

    static Reference load() {
        try (InputStream in = Objects.requireNonNull(Reference.class.getResourceAsStream("reference.json"))) {
            return Json.read(in.readAllBytes(), Reference.class);
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
