package dev.plankton.numerics.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Measures over several blocks of vectors, and over some of the vectors only. */
class SampledMeasuresTest {
    private static final LabelledVectors IMAGES = images(1300, 6, 21);
    private static final int[] EVEN = rows(0);
    private static final int[] ODD = rows(1);

    @Test
    void blocksChangeNoBit() {
        double[] plain = IntStream.range(0, IMAGES.size())
                .mapToDouble(query -> Plain.silhouette(IMAGES, query))
                .toArray();

        assertThat(Silhouette.each(IMAGES)).containsExactly(plain);
        assertThat(Spread.of(IMAGES).meanPairwiseDistance()).isEqualTo(Plain.meanPairwiseDistance(IMAGES.vectors()));
    }

    @Test
    void someImagesAreComparedWithAllOthers() {
        double[] each = Silhouette.each(IMAGES);

        assertThat(Silhouette.of(IMAGES, ODD))
                .isCloseTo(
                        Arrays.stream(ODD)
                                .mapToDouble(row -> each[row])
                                .average()
                                .orElseThrow(),
                        within(1e-12));
    }

    /** So a sample tells the same as all images, but for chance. */
    @Test
    void twoHalvesMakeTheWhole() {
        assertThat((Silhouette.of(IMAGES, EVEN) + Silhouette.of(IMAGES, ODD)) / 2)
                .isCloseTo(Silhouette.of(IMAGES), within(1e-12));
        assertThat((Spread.of(IMAGES, EVEN).meanPairwiseDistance()
                                + Spread.of(IMAGES, ODD).meanPairwiseDistance())
                        / 2)
                .isCloseTo(Spread.of(IMAGES).meanPairwiseDistance(), within(1e-12));
        assertThat(Spread.of(IMAGES, ODD).variance())
                .isEqualTo(Spread.of(IMAGES).variance());
        Retrieval even = Retrieval.of(IMAGES, EVEN);
        Retrieval odd = Retrieval.of(IMAGES, ODD);
        Retrieval all = Retrieval.of(IMAGES);
        assertThat((even.precisionAt1() + odd.precisionAt1()) / 2).isCloseTo(all.precisionAt1(), within(1e-12));
        assertThat((even.rPrecision() + odd.rPrecision()) / 2).isCloseTo(all.rPrecision(), within(1e-12));
        assertThat((even.meanAveragePrecisionAtR() + odd.meanAveragePrecisionAtR()) / 2)
                .isCloseTo(all.meanAveragePrecisionAtR(), within(1e-12));
    }

    @Test
    void noRowsGiveZeros() {
        assertThat(Silhouette.of(IMAGES, new int[0])).isZero();
        assertThat(Retrieval.of(IMAGES, new int[0])).isEqualTo(new Retrieval(0, 0, 0));
        assertThat(Spread.of(IMAGES, new int[0]).meanPairwiseDistance()).isZero();
    }

    private static int[] rows(int first) {
        return IntStream.range(0, IMAGES.size()).filter(row -> row % 2 == first).toArray();
    }

    private static LabelledVectors images(int size, int classes, int dimensions) {
        SplittableRandom random = new SplittableRandom(3);
        int[] labels = random.ints(size, 0, classes).toArray();
        float[][] vectors = new float[size][dimensions];
        for (int i = 0; i < size; i++) {
            for (int d = 0; d < dimensions; d++) {
                vectors[i][d] = (float) (random.nextGaussian() + (d == labels[i] ? 2 : 0));
            }
        }
        return new LabelledVectors(vectors, labels, classes);
    }
}
