package dev.plankton.numerics.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OperatingCurveTest {

    /** Counted by hand: thresholds 4, 3, 2, 1. */
    @Test
    void countsBothSharesAtEveryScore() {
        OperatingCurve curve = OperatingCurve.of(new double[] {4, 2, 2}, new double[] {3, 2, 1, 1});

        assertThat(curve.found()).containsExactly(0, 1 / 3.0, 1 / 3.0, 1, 1);
        assertThat(curve.falseAlarms()).containsExactly(0, 0, 0.25, 0.5, 1);
        assertThat(curve.foundWith(0)).isEqualTo(1 / 3.0);
        assertThat(curve.foundWith(0.49)).isEqualTo(1 / 3.0);
        assertThat(curve.foundWith(0.5)).isEqualTo(1);
    }

    /** The area has two definitions: counted pairs, and the trapezoidal rule. */
    @Test
    void theAreaIsTheChanceThatAnItemToBeFoundIsAhead() {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] wanted = drawn(random, 30 + seed, 0.7);
            double[] others = drawn(random, 200, 0);

            assertThat(area(OperatingCurve.of(wanted, others)))
                    .isCloseTo(Detection.of(wanted, others).auroc(), within(1e-12));
        }
    }

    @Test
    void aThinnedCurveKeepsItsEndsAndItsShape() {
        SplittableRandom random = new SplittableRandom(1);
        OperatingCurve curve = OperatingCurve.of(gaussian(random, 1), gaussian(random, 0));

        OperatingCurve thinned = curve.thinned(150);

        assertThat(thinned.found()).hasSize(150).startsWith(0.0).endsWith(1.0);
        assertThat(area(thinned)).isCloseTo(area(curve), within(0.002));
    }

    /** By the trapezoidal rule, which counts ties half. */
    private static double area(OperatingCurve curve) {
        double area = 0;
        for (int point = 1; point < curve.found().length; point++) {
            area += (curve.falseAlarms()[point] - curve.falseAlarms()[point - 1])
                    * (curve.found()[point] + curve.found()[point - 1])
                    / 2;
        }
        return area;
    }

    private static double[] gaussian(SplittableRandom random, double mean) {
        return IntStream.range(0, 3_000)
                .mapToDouble(i -> mean + random.nextGaussian())
                .toArray();
    }

    /** Rounded, so that some are equal. */
    private static double[] drawn(SplittableRandom random, int count, double mean) {
        return IntStream.range(0, count)
                .mapToDouble(i -> Math.rint(20 * (mean + random.nextGaussian())) / 20)
                .toArray();
    }
}
