package dev.plankton.network.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plankton.contracts.choices.Head;
import dev.plankton.contracts.choices.Loss;
import dev.plankton.contracts.choices.Miner;
import dev.plankton.network.objective.Objective.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TripletObjectiveTest {
    private static final int[] CLASSES = {0, 0, 0, 1, 1, 1, 2, 2, 2};

    static List<Arguments> combinations() {
        List<Arguments> all = new ArrayList<>();
        for (Head head : Head.values()) {
            for (Loss loss : List.of(Loss.STANDARD, Loss.GEOMETRIC, Loss.ALTERNATIVE)) {
                for (Miner miner : List.of(Miner.SEMI_HARD, Miner.HARD, Miner.RANDOM)) {
                    all.add(Arguments.of(head, loss, miner));
                }
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void slopesAreThoseOfTheLoss(Head head, Loss loss, Miner miner) {
        Objective objective = of(head, loss, miner, 0.9);
        double[][] outputs = outputs(CLASSES.length, 4, 11);
        Result result = objective.evaluate(outputs, CLASSES);
        assertThat(result.activeTriplets()).isPositive();
        double step = 1e-6;
        double largest = 0;
        for (int row = 0; row < outputs.length; row++) {
            for (int i = 0; i < outputs[row].length; i++) {
                double kept = outputs[row][i];
                outputs[row][i] = kept + step;
                double above = objective.evaluate(outputs, CLASSES).loss();
                outputs[row][i] = kept - step;
                double below = objective.evaluate(outputs, CLASSES).loss();
                outputs[row][i] = kept;
                assertThat(result.slopes()[row][i]).isCloseTo((above - below) / (2 * step), within(1e-7));
                largest = Math.max(largest, Math.abs(result.slopes()[row][i]));
            }
        }
        assertThat(largest).isGreaterThan(1e-3);
    }

    @Test
    void lossesAreAsTheSpecificationSays() {
        assertThat(new StandardTripletLoss(5).at(3, 2).value()).isEqualTo(6);
        assertThat(new StandardTripletLoss(5).at(3, 9).value()).isZero();
        assertThat(new GeometricTripletLoss(5).at(3, 2).value()).isEqualTo(5.5);
        assertThat(new AlternativeTripletLoss(5).at(3, 2).value()).isEqualTo(6);
        assertThat(new AlternativeTripletLoss(5).at(3, 9).value()).isEqualTo(3);
        assertThat(new GeometricTripletLoss(5).at(3, 0).value()).isFinite();
    }

    @Test
    void minersChooseByDistance() {
        // Points on a line; squared distances from the first: 1 and 9 to its class, 4 and 16 to the other.
        double[] line = {0, 1, -3, 2, 4};
        int[] classes = {0, 0, 0, 1, 1};
        double[][] distances = new double[5][5];
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                distances[i][j] = (line[i] - line[j]) * (line[i] - line[j]);
            }
        }
        assertThat(ofAnchor(0, Miner.HARD, 3.5, distances, classes)).containsExactly("0 2 3");
        assertThat(ofAnchor(0, Miner.SEMI_HARD, 3.5, distances, classes)).containsExactly("0 1 3");
        assertThat(ofAnchor(0, Miner.SEMI_HARD, 8, distances, classes)).containsExactly("0 1 3", "0 2 4");
        assertThat(ofAnchor(0, Miner.RANDOM, 1, new double[6][6], new int[6])).containsExactly("0 2 4");
    }

    private static List<String> ofAnchor(int wanted, Miner miner, double margin, double[][] distances, int[] classes) {
        List<String> chosen = new ArrayList<>();
        TripletSelection.visit(miner, margin, distances, classes, 2, (anchor, positive, negative, weight) -> {
            if (anchor == wanted) {
                chosen.add(anchor + " " + positive + " " + negative);
            }
        });
        return chosen;
    }

    @Test
    void noTripletGivesNoLossAndNoSlope() {
        double[][] apart = {{5, 0}, {5, 0}, {-5, 0}, {-5, 0}};
        Result result = of(Head.SPHERE, Loss.STANDARD, Miner.SEMI_HARD, 0.2).evaluate(apart, new int[] {0, 0, 1, 1});
        assertThat(result.activeTriplets()).isZero();
        assertThat(result.loss()).isZero();
        assertThat(result.slopes()).isDeepEqualTo(new double[4][2]);
        // Two pairs at distance 0, four at 2.
        assertThat(result.meanPairwiseDistance()).isCloseTo(4 * 2 / 6.0, within(1e-12));
    }

    @Test
    void activeTripletsAreCountedAmongThoseThatTheMinerCouldChoose() {
        // Squared distances on the circle: 1 within the first class, 0 within the second; 2 and 0.27 between them.
        double[][] outputs = {towards(0), towards(60), towards(90), towards(90)};
        int[] classes = {0, 0, 1, 1};
        assertThat(sphere(Miner.SEMI_HARD, 0.5, outputs, classes).activeTriplets())
                .isEqualTo(2 / 8.0);
        assertThat(sphere(Miner.SEMI_HARD, 1.5, outputs, classes).activeTriplets())
                .isEqualTo(4 / 8.0);
        assertThat(sphere(Miner.HARD, 0.5, outputs, classes).activeTriplets()).isEqualTo(3 / 4.0);
        double[][] triplets = {towards(0), towards(60), towards(60), towards(0), towards(90), towards(90)};
        assertThat(sphere(Miner.RANDOM, 0.5, triplets, new int[6]).activeTriplets())
                .isEqualTo(1 / 2.0);
        assertThat(sphere(Miner.RANDOM, 0.5, triplets, new int[6]).meanOutputNorm())
                .isCloseTo(3, within(1e-12));
    }

    /** A point of the plane, 3 from the origin. */
    private static double[] towards(double degrees) {
        return new double[] {3 * Math.cos(Math.toRadians(degrees)), 3 * Math.sin(Math.toRadians(degrees))};
    }

    private static Result sphere(Miner miner, double margin, double[][] outputs, int[] classes) {
        return of(Head.SPHERE, Loss.STANDARD, miner, margin).evaluate(outputs, classes);
    }

    private static Objective of(Head head, Loss loss, Miner miner, double margin) {
        return Objective.of(head, LossSettings.ofTriplets(loss, miner, margin), 0.9, 1, Map.of());
    }

    private static double[][] outputs(int rows, int dimensions, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] outputs = new double[rows][dimensions];
        for (double[] row : outputs) {
            for (int i = 0; i < dimensions; i++) {
                row[i] = random.nextGaussian();
            }
        }
        return outputs;
    }
}
