package dev.plankton.network.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaScalerTest {

    @ParameterizedTest
    @CsvSource({"299, 64", "299, 298", "64, 32", "7, 3", "5, 4", "31, 1", "17, 17"})
    void isTheMeanOverEachPixelsPart(int from, int to) {
        byte[] image = random(from, from);
        byte[] scaled = AreaScaler.scale(image, from, to);
        for (int row = 0; row < to; row++) {
            for (int column = 0; column < to; column++) {
                double expected =
                        mean(image, from, row * from / (double) to, column * from / (double) to, from / (double) to);
                assertThat(Math.abs((scaled[row * to + column] & 0xFF) - expected))
                        .isLessThanOrEqualTo(0.5 + 1e-9);
            }
        }
    }

    /** The mean of the image as a function that is constant on each pixel, over a square; by its definition. */
    private static double mean(byte[] image, int side, double top, double left, double length) {
        double sum = 0;
        for (int y = 0; y < side; y++) {
            double height = Math.max(0, Math.min(y + 1, top + length) - Math.max(y, top));
            for (int x = 0; height > 0 && x < side; x++) {
                double width = Math.max(0, Math.min(x + 1, left + length) - Math.max(x, left));
                sum += height * width * (image[y * side + x] & 0xFF);
            }
        }
        return sum / (length * length);
    }

    @Test
    void whiteStaysWhite() {
        byte[] white = new byte[299 * 299];
        Arrays.fill(white, (byte) 255);
        assertThat(AreaScaler.scale(white, 299, 64)).containsOnly(255);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5", "6", "7"})
    void symmetricImagesGiveSymmetricResults(int symmetry) {
        byte[] image = random(23, 5);
        assertThat(AreaScaler.scale(Symmetries.apply(symmetry, 23, image), 23, 10))
                .isEqualTo(Symmetries.apply(symmetry, 10, AreaScaler.scale(image, 23, 10)));
    }

    @Test
    void neverScalesUpAndChecksTheSize() {
        assertThatThrownBy(() -> AreaScaler.scale(new byte[16], 4, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AreaScaler.scale(new byte[15], 4, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AreaScaler.scale(new byte[16], 4, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] random(int side, long seed) {
        byte[] image = new byte[side * side];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < image.length; i++) {
            image[i] = (byte) random.nextInt(256);
        }
        return image;
    }
}
