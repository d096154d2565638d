package dev.plankton.network.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plankton.contracts.choices.Head;
import dev.plankton.contracts.choices.Loss;
import dev.plankton.contracts.choices.Miner;
import dev.plankton.network.architecture.HeadFunction;
import dev.plankton.network.objective.Objective.Result;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NegativeWeightsTest {
    private static final int[] CLASSES = {0, 0, 0, 1, 1, 1, 2, 2, 2};

    /** In three dimensions the density is that of the distance itself: chances are as 1 / d, within the two limits. */
    @Test
    void inThreeDimensionsChancesAreAsTheReciprocalOfTheDistance() {
        double[] far = {0, 0, 0.8, 1.2, 0.1, 1.5};
        double[][] distances = new double[6][6];
        for (int i = 0; i < 6; i++) {
            distances[0][i] = far[i] * far[i];
        }
        double[] chances = NegativeWeights.of(distances, new int[] {0, 0, 1, 1, 2, 2}, 3)[0];
        double sum = 1 / 0.8 + 1 / 1.2 + 1 / 0.5;
        assertThat(chances)
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(0, 0, 1 / 0.8 / sum, 1 / 1.2 / sum, 1 / 0.5 / sum, 0);
    }

    /** Points spread evenly: weighted by the chances, every interval of distances counts about the same. */
    @Test
    void onASphereAllDistancesCountAlike() {
        int dimensions = 8;
        int points = 4_000;
        double[][] embeddings = HeadFunction.embeddings(Head.SPHERE, gaussian(points, dimensions, 3));
        double[][] distances = new double[1][points];
        for (int i = 0; i < points; i++) {
            for (int j = 0; j < dimensions; j++) {
                distances[0][i] += Math.pow(embeddings[0][j] - embeddings[i][j], 2);
            }
        }
        int[] classes = new int[points];
        Arrays.fill(classes, 1, points, 1);
        double[] chances = NegativeWeights.of(distances, classes, dimensions)[0];
        double[] intervals = new double[3];
        for (int i = 1; i < points; i++) {
            int interval = (int) ((Math.sqrt(distances[0][i]) - 0.8) / 0.2);
            if (distances[0][i] > 0.8 * 0.8 && interval < 3) {
                intervals[interval] += chances[i];
            }
        }
        double mean = Arrays.stream(intervals).average().orElseThrow();
        for (double share : intervals) {
            assertThat(share).isCloseTo(mean, within(0.3 * mean));
        }
    }

    /** The slopes are those of the weighted loss in which the weights stay as they were. */
    @Test
    void slopesTakeTheChancesAsGiven() {
        double[][] outputs = gaussian(CLASSES.length, 4, 11);
        LossSettings settings = LossSettings.ofTriplets(Loss.STANDARD, Miner.DISTANCE_WEIGHTED, 0.9);
        Result result = Objective.of(Head.SPHERE, settings, 0.9, 1, Map.of()).evaluate(outputs, CLASSES);
        double[][] chances = NegativeWeights.of(distances(outputs), CLASSES, 4);
        assertThat(result.loss()).isCloseTo(loss(outputs, chances), within(1e-12));
        assertThat(result.activeTriplets()).isPositive();
        double step = 1e-6;
        for (double[] row : outputs) {
            for (int i = 0; i < row.length; i++) {
                double kept = row[i];
                row[i] = kept + step;
                double above = loss(outputs, chances);
                row[i] = kept - step;
                double below = loss(outputs, chances);
                row[i] = kept;
                int at = Arrays.asList(outputs).indexOf(row);
                assertThat(result.slopes()[at][i]).isCloseTo((above - below) / (2 * step), within(1e-7));
            }
        }
    }

    private static double loss(double[][] outputs, double[][] chances) {
        double[][] distances = distances(outputs);
        double sum = 0;
        double total = 0;
        for (int anchor = 0; anchor < outputs.length; anchor++) {
            for (int positive = 0; positive < outputs.length; positive++) {
                for (int negative = 0; negative < outputs.length; negative++) {
                    if (positive != anchor && CLASSES[positive] == CLASSES[anchor]) {
                        double weight = chances[anchor][negative];
                        sum += weight * Math.max(0, distances[anchor][positive] - distances[anchor][negative] + 0.9);
                        total += weight;
                    }
                }
            }
        }
        return sum / total;
    }

    private static double[][] distances(double[][] outputs) {
        return Vectors.squaredDistances(HeadFunction.embeddings(Head.SPHERE, outputs));
    }

    private static double[][] gaussian(int rows, int dimensions, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] drawn = new double[rows][dimensions];
        for (double[] row : drawn) {
            for (int i = 0; i < dimensions; i++) {
                row[i] = random.nextGaussian();
            }
        }
        return drawn;
    }
}
