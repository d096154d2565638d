package dev.plankton.steps.pca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plankton.drawing.Palette;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FramesTest {
    private final Checkpoint first = checkpoint(0, -1);
    private final Checkpoint last = checkpoint(1, 1);
    private final Frames frames = new Frames(new Scene(
            List.of("copepod", "egg"), new int[] {0, 1}, new double[] {0.5, 0.3, 0.1}, true, List.of(first, last)));

    private static Checkpoint checkpoint(int round, double place) {
        return new Checkpoint(round, 0.01, 0.5, new double[][] {{place, place, place}, {0, 0, 0}});
    }

    /** Where the first class's colour is on the left of the picture, away from the legend: its mean x. */
    private static double x(BufferedImage picture) {
        double sum = 0;
        int count = 0;
        for (int y = 80; y < picture.getHeight(); y++) {
            for (int x = 0; x < 900; x++) {
                if ((picture.getRGB(x, y) & 0xffffff) == (Palette.color(0).getRGB() & 0xffffff)) {
                    sum += x;
                    count++;
                }
            }
        }
        assertThat(count).isGreaterThan(20);
        return sum / count;
    }

    @Test
    void thePointsMoveFromOneCheckpointToTheNext() {
        double start = x(frames.still(first, 1));
        double end = x(frames.still(last, 1));
        double early = x(frames.between(first, last, 0.2, 0));
        double late = x(frames.between(first, last, 0.8, 0));

        assertThat(Math.abs(end - start)).isGreaterThan(20);
        assertThat((early - start) / (end - start)).isBetween(0.05, 0.2);
        assertThat((late - start) / (end - start)).isBetween(0.8, 0.95);
    }

    @Test
    void theViewTurnsAroundAndComesBack() {
        double start = x(frames.at(last, 0));

        assertThat(Math.abs(x(frames.at(last, 90)) - start)).isGreaterThan(20);
        assertThat(x(frames.at(last, 360))).isCloseTo(start, within(0.5));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 50, 100, 150, 200, 250, 300, 350})
    void axesAndLabelsStayOnThePictureFromAllSides(int degrees) {
        BufferedImage picture = frames.at(first, degrees);

        for (int y = 0; y < Frames.HEIGHT; y++) {
            assertThat(picture.getRGB(3, y)).as("left rim").isEqualTo(0xffffffff);
        }
        for (int x = 0; x < Frames.WIDTH; x++) {
            assertThat(picture.getRGB(x, Frames.HEIGHT - 3)).as("lower rim").isEqualTo(0xffffffff);
        }
    }
}
