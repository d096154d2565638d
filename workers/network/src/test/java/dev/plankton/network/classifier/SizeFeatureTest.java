package dev.plankton.network.classifier;

import static dev.plankton.contracts.formats.SizeUnit.PIXELS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SizeFeatureTest {

    /** By NumPy: {@code l = numpy.log2([32, 100, 64, 700]); 0.2 * (l - l.mean()) / l.std()}. */
    @Test
    void isTheStandardisedLogarithmTimesTheWeight() {
        double[] sides = {32, 100, 64, 700};
        SizeFeature size = SizeFeature.of(PIXELS, sides, 0.2f);

        float[][] vectors = size.beside(new float[][] {{1, 0}, {0, 1}, {0, 0}, {2, 2}}, sides);

        assertThat(size.mean()).isCloseTo(6.773767f, within(1e-5f));
        assertThat(size.deviation()).isCloseTo(1.653069f, within(1e-5f));
        assertThat(column(vectors, 0)).containsExactly(1, 0, 0, 2);
        assertThat(column(vectors, 1)).containsExactly(0, 1, 0, 2);
        assertThat(column(vectors, 2))
                .containsExactly(new float[] {-0.214603f, -0.015718f, -0.093616f, 0.323936f}, within(1e-5f));
    }

    private static float[] column(float[][] vectors, int column) {
        float[] values = new float[vectors.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = vectors[row][column];
        }
        return values;
    }

    @Test
    void anotherWeightChangesTheLastValueAlone() {
        double[] sides = {32, 100};
        float[][] vectors = {{1, 2}, {3, 4}};
        SizeFeature size = new SizeFeature(PIXELS, 6, 2, 0.1f);

        float[][] changed = size.weighing(size.beside(vectors, sides), 0.4f);

        assertThat(changed).isDeepEqualTo(new SizeFeature(PIXELS, 6, 2, 0.4f).beside(vectors, sides));
    }

    @Test
    void imagesOfOneSizeAllGet0() {
        double[] sides = {50, 50};
        assertThat(SizeFeature.of(PIXELS, sides, 0.5f).beside(new float[2][0], sides))
                .isEqualTo(new float[][] {{0}, {0}});
    }

    @Test
    void whatGivesNoNumberIsRefused() {
        assertThatThrownBy(() -> new SizeFeature(PIXELS, 5, 0, 0.2f)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SizeFeature(PIXELS, 5, 1, Float.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SizeFeature.of(PIXELS, new double[] {40, 0}, 0.2f))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an image has a side of 0.0");
    }
}
