package dev.plankton.numerics.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeasuresTest {

    @Test
    void centroidsMoveByTheDistanceOfAShift() {
        LabelledVectors before = random(3);
        float[][] shifted = new float[before.size()][];
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] = before.vectors()[i].clone();
            if (before.labels()[i] == 1) {
                shifted[i][0] += 3;
                shifted[i][1] -= 4;
            }
        }
        double[] moved = Centroids.of(new LabelledVectors(shifted, before.labels(), before.classes()))
                .movedFrom(Centroids.of(before).vectors());

        assertThat(moved).containsExactly(new double[] {0, 5, 0, 0}, within(1e-5));
    }

    @Test
    void classesFarApartAreFoundWithoutError() {
        LabelledVectors images = random(4);
        for (int i = 0; i < images.size(); i++) {
            images.vectors()[i][0] += 100 * images.labels()[i];
        }

        assertThat(Retrieval.of(images)).isEqualTo(new Retrieval(1, 1, 1));
        assertThat(Centroids.of(images).nearest(images.vectors())).containsExactly(images.labels());
        assertThat(new NearestNeighbours(images, 5).classify(images.vectors())).containsExactly(images.labels());
        assertThat(Silhouette.of(images)).isGreaterThan(0.9);
    }

    @Test
    void turningTheVectorsChangesNothing() {
        LabelledVectors images = random(5);
        float[][] turned = IntStream.range(0, images.size())
                .mapToObj(i -> turn(images.vectors()[i], 0.7))
                .toArray(float[][]::new);
        LabelledVectors same = new LabelledVectors(turned, images.labels(), images.classes());

        assertThat(Silhouette.of(same)).isCloseTo(Silhouette.of(images), within(1e-5));
        assertThat(Spread.of(same).variance()).isCloseTo(Spread.of(images).variance(), within(1e-5));
        assertThat(Retrieval.of(same).rPrecision())
                .isCloseTo(Retrieval.of(images).rPrecision(), within(1e-9));
    }

    @Test
    void oneSinglePointShowsAsCollapsed() {
        LabelledVectors images =
                new LabelledVectors(new float[][] {{1, 2}, {1, 2}, {1, 2}, {1, 2}}, new int[] {0, 0, 1, 1}, 2);

        assertThat(Spread.of(images)).isEqualTo(new Spread(0, 0));
        assertThat(Silhouette.of(images)).isZero();
    }

    @Test
    void aClassWithoutTrainingImagesIsNeverPredicted() {
        LabelledVectors train = new LabelledVectors(new float[][] {{5, 5}, {9, 9}}, new int[] {0, 2}, 3);

        assertThat(Centroids.of(train).nearest(new float[][] {{0, 0}, {8, 8}})).containsExactly(0, 2);
    }

    @Test
    void aClassWithoutImagesCountsNeitherInBalancedAccuracyNorInMacroF1() {
        Confusion confusion = Confusion.of(new int[] {0, 0, 1}, new int[] {0, 1, 1}, 3);

        assertThat(confusion.balancedAccuracy()).isEqualTo(0.75);
        assertThat(confusion.macroF1()).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void noImagesGiveZeros() {
        LabelledVectors none = new LabelledVectors(new float[0][], new int[0], 2);

        assertThat(Retrieval.of(none)).isEqualTo(new Retrieval(0, 0, 0));
        assertThat(Silhouette.of(none)).isZero();
        assertThat(Spread.of(none)).isEqualTo(new Spread(0, 0));
    }

    private static float[] turn(float[] v, double angle) {
        float[] turned = v.clone();
        turned[0] = (float) (Math.cos(angle) * v[0] - Math.sin(angle) * v[1]);
        turned[1] = (float) (Math.sin(angle) * v[0] + Math.cos(angle) * v[1]);
        return turned;
    }

    private static LabelledVectors random(long seed) {
        Random random = new Random(seed);
        float[][] vectors = new float[60][5];
        for (float[] vector : vectors) {
            for (int d = 0; d < vector.length; d++) {
                vector[d] = (float) random.nextGaussian();
            }
        }
        return new LabelledVectors(vectors, random.ints(vectors.length, 0, 4).toArray(), 4);
    }
}
