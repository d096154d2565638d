package dev.plankton.numerics.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AccuracyIntervalTest {

    /** For many images it is the interval of the normal distribution with the strata's variance. */
    @Test
    void itIsThatOfTheNormalDistributionForManyImages() {
        int[] images = {4000, 1000};
        int[] right = {3600, 200};
        double variance = 0;
        for (int c = 0; c < images.length; c++) {
            double share = right[c] / (double) images[c];
            variance += images[c] * share * (1 - share);
        }
        double deviation = Math.sqrt(variance) / 5000;
        AccuracyInterval interval = AccuracyInterval.of(images, right);
        assertThat(interval.low()).isCloseTo(0.76 - 1.96 * deviation, within(deviation / 4));
        assertThat(interval.high()).isCloseTo(0.76 + 1.96 * deviation, within(deviation / 4));
        assertThat(AccuracyInterval.of(images, right)).isEqualTo(interval);
    }

    /** Of 300 experiments with a known accuracy, about 95 % give an interval that holds it. */
    @Test
    void itHoldsTheTrueAccuracyAsOftenAsItSays() {
        SplittableRandom random = new SplittableRandom(1);
        double[] truth = {0.9, 0.6, 0.5};
        int held = 0;
        for (int experiment = 0; experiment < 300; experiment++) {
            int[] images = {80, 80, 80};
            int[] right = new int[3];
            for (int c = 0; c < 3; c++) {
                for (int i = 0; i < images[c]; i++) {
                    right[c] += random.nextDouble() < truth[c] ? 1 : 0;
                }
            }
            AccuracyInterval interval = AccuracyInterval.of(images, right);
            double accuracy = (0.9 + 0.6 + 0.5) / 3;
            held += interval.low() <= accuracy && accuracy <= interval.high() ? 1 : 0;
        }
        assertThat(held / 300.0).isBetween(0.91, 0.985);
    }

    @Test
    void withoutDoubtOrImagesThereIsNoWidth() {
        assertThat(AccuracyInterval.of(new int[] {5, 0}, new int[] {5, 0})).isEqualTo(new AccuracyInterval(1, 1));
        assertThat(AccuracyInterval.of(new int[0], new int[0])).isEqualTo(new AccuracyInterval(0, 0));
    }
}
