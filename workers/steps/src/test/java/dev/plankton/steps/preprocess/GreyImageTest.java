package dev.plankton.steps.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GreyImageTest {

    @Test
    void enlargesLikePillow() throws IOException {
        assertNear(Resampler.resize(References.image("small.csv"), 44, 28), References.image("enlarged.csv"));
    }

    @Test
    void shrinksByAreaAverages() throws IOException {
        assertNear(Resampler.resize(References.image("large.csv"), 23, 17), References.image("shrunk.csv"));
    }

    private static void assertNear(GreyImage found, GreyImage expected) {
        assertThat(found.width()).isEqualTo(expected.width());
        assertThat(found.height()).isEqualTo(expected.height());
        for (int i = 0; i < expected.pixels().length; i++) {
            assertThat((found.pixels()[i] & 0xff) - (expected.pixels()[i] & 0xff))
                    .as("pixel %d", i)
                    .isBetween(-1, 1);
        }
    }

    @Test
    void fillsTheImagesPlaceAndNothingElse() {
        Random random = new Random(2);
        for (int i = 0; i < 200; i++) {
            GreyImage image = flat(1 + random.nextInt(700), 1 + random.nextInt(700), random.nextInt(255));
            int side = 32 + random.nextInt(300);
            Geometry place = Geometry.fit(image.width(), image.height(), side);
            byte[] square = image.inSquare(side);
            for (int at = 0; at < square.length; at++) {
                int x = at % side - place.left();
                int y = at / side - place.top();
                boolean inside = x >= 0 && x < place.width() && y >= 0 && y < place.height();
                if (square[at] != (inside ? image.pixels()[0] : (byte) 255)) {
                    assertThat(square[at]).as("%s at %d, %d", place, x, y).isEqualTo(inside ? image.pixels()[0] : -1);
                }
            }
        }
    }

    @Test
    void leavesImagesFrom200PixelsToTheSideAsTheyAre() {
        GreyImage image = flat(250, 200, 0);
        new Random(3).nextBytes(image.pixels());
        byte[] square = image.inSquare(299);
        for (int y = 0; y < 200; y++) {
            int from = (49 + y) * 299 + 24;
            assertThat(Arrays.copyOfRange(square, from, from + 250))
                    .isEqualTo(Arrays.copyOfRange(image.pixels(), y * 250, y * 250 + 250));
        }
    }

    @Test
    void inverts() {
        assertThat(flat(3, 2, 10).inverted().pixels()).containsOnly(245);
    }

    private static GreyImage flat(int width, int height, int value) {
        byte[] pixels = new byte[width * height];
        Arrays.fill(pixels, (byte) value);
        return new GreyImage(width, height, pixels);
    }
}
