package dev.plankton.numerics.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AgainstScikitLearnTest {
    private static final Offset<Double> EXACT = within(1e-12);
    /** Distances are summed in single precision. */
    private static final Offset<Double> SINGLE = within(2e-6);

    private final Reference reference = Reference.load();
    private final LabelledVectors train = reference.trainVectors();
    private final LabelledVectors images = reference.imageVectors();
    private final Confusion confusion = confusion(Centroids.of(train));

    private Confusion confusion(Centroids centroids) {
        return Confusion.of(images.labels(), centroids.nearest(images.vectors()), images.classes());
    }

    @Test
    void nearestCentroidConfusion() {
        assertThat(confusion.counts()).isDeepEqualTo(reference.confusion());
        assertThat(confusion.accuracy()).isCloseTo(reference.accuracy(), EXACT);
        assertThat(confusion.balancedAccuracy()).isCloseTo(reference.balancedAccuracy(), EXACT);
        assertThat(confusion.macroF1()).isCloseTo(reference.macroF1(), EXACT);
    }

    @Test
    void centroidsOfTheImagesThemselves() {
        assertThat(confusion(Centroids.of(images)).accuracy()).isCloseTo(reference.accuracySelf(), EXACT);
    }

    @Test
    void perClassPrecisionRecallAndF1() {
        assertThat(perClass(confusion::precision)).containsExactly(reference.precision(), EXACT);
        assertThat(perClass(confusion::recall)).containsExactly(reference.recall(), EXACT);
        assertThat(perClass(confusion::f1)).containsExactly(reference.f1(), EXACT);
    }

    private double[] perClass(IntToDoubleFunction figure) {
        return IntStream.range(0, images.classes()).mapToDouble(figure).toArray();
    }

    @Test
    void fiveNearestNeighbours() {
        int[] predicted = new NearestNeighbours(train, 5).classify(images.vectors());

        assertThat(predicted).containsExactly(reference.predicted5nn());
        assertThat(Confusion.of(images.labels(), predicted, images.classes()).accuracy())
                .isCloseTo(reference.accuracy5nn(), EXACT);
    }

    @Test
    void retrieval() {
        Retrieval retrieval = Retrieval.of(images);

        assertThat(retrieval.precisionAt1()).isCloseTo(reference.precisionAt1(), EXACT);
        assertThat(retrieval.rPrecision()).isCloseTo(reference.rPrecision(), EXACT);
        assertThat(retrieval.meanAveragePrecisionAtR()).isCloseTo(reference.meanAveragePrecisionAtR(), EXACT);
    }

    @Test
    void silhouette() {
        assertThat(Silhouette.of(images)).isCloseTo(reference.silhouette(), SINGLE);
        assertThat(Silhouette.each(images)).containsExactly(reference.silhouettes(), SINGLE);
    }

    @Test
    void spread() {
        Spread spread = Spread.of(images);

        assertThat(spread.meanPairwiseDistance()).isCloseTo(reference.meanPairwiseDistance(), SINGLE);
        assertThat(spread.variance()).isCloseTo(reference.variance(), SINGLE);
    }

    @Test
    void centroidsAndRadii() {
        Centroids centroids = Centroids.of(images);
        Radii radii = Radii.of(images, centroids);

        double[][] distances = centroids.distances();
        for (int c = 0; c < images.classes(); c++) {
            assertThat(distances[c]).containsExactly(reference.centroidDistances()[c], SINGLE);
        }
        assertThat(radii.mean()).containsExactly(reference.meanRadius(), SINGLE);
        assertThat(radii.max()).containsExactly(reference.maxRadius(), SINGLE);
    }
}
