package dev.plankton.numerics.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DetectionTest {

    @Test
    void itIsTheChanceThatAWantedItemScoresHigher() {
        for (int seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] wanted =
                    random.ints(1 + random.nextInt(40), 0, 12).asDoubleStream().toArray();
            double[] others =
                    random.ints(1 + random.nextInt(40), 0, 9).asDoubleStream().toArray();
            Detection detection = Detection.of(wanted, others);
            double pairs = 0;
            for (double one : wanted) {
                for (double other : others) {
                    pairs += one > other ? 1 : one == other ? 0.5 : 0;
                }
            }
            assertThat(detection.auroc()).isCloseTo(pairs / (wanted.length * others.length), within(1e-12));
            assertThat(detection.falseAlarms()).isEqualTo(falseAlarms(wanted, others));
        }
    }

    /** The fewest false alarms of any threshold that finds enough. */
    private static double falseAlarms(double[] wanted, double[] others) {
        double fewest = 1;
        for (double threshold : wanted) {
            double found = share(wanted, threshold);
            if (found >= Detection.FOUND) {
                fewest = Math.min(fewest, share(others, threshold));
            }
        }
        return fewest;
    }

    private static double share(double[] scores, double threshold) {
        int above = 0;
        for (double score : scores) {
            above += score >= threshold ? 1 : 0;
        }
        return above / (double) scores.length;
    }

    @Test
    void onePerfectScoreAndOneTurnedRound() {
        double[] low = {0, 1, 2};
        double[] high = {3, 4};
        assertThat(Detection.of(high, low)).isEqualTo(new Detection(1, 0));
        assertThat(Detection.of(low, high)).isEqualTo(new Detection(0, 1));
    }
}
