package dev.plankton.numerics.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plankton.numerics.measures.AdjustedRand;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CutTest {
    private static final int DIMENSIONS = 8;
    private static final double DEVIATION = 0.1;

    /** Points around the corners of a simplex: those of one class are near one another, classes have different sizes. */
    private static float[][] clusters(int[] labels, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.of(labels)
                .mapToObj(label -> {
                    float[] vector = new float[DIMENSIONS];
                    vector[label] = 1;
                    for (int d = 0; d < DIMENSIONS; d++) {
                        vector[d] += (float) (DEVIATION * random.nextGaussian());
                    }
                    return vector;
                })
                .toArray(float[][]::new);
    }

    private static int[] labels(int... sizes) {
        return IntStream.range(0, sizes.length)
                .flatMap(label -> IntStream.range(0, sizes[label]).map(i -> label))
                .toArray();
    }

    private static Linkage linkage(float[][] vectors) throws InterruptedException {
        return WardLinkage.of(vectors, () -> {});
    }

    @Test
    void theSpreadIsTheRootOfTheMeanSquaredDistanceOfTwoPoints() throws InterruptedException {
        float[][] vectors = clusters(labels(9, 4, 13), 1);
        Linkage linkage = linkage(vectors);
        double[] spreads = Cut.spreads(linkage);
        for (int merge = 0; merge < spreads.length; merge++) {
            int[] members = linkage.members(linkage.points() + merge);
            double sum = 0;
            for (int a : members) {
                for (int b : members) {
                    for (int d = 0; d < DIMENSIONS; d++) {
                        sum += Math.pow((double) vectors[a][d] - vectors[b][d], 2);
                    }
                }
            }
            double mean = sum / ((double) members.length * (members.length - 1));
            assertThat(spreads[merge]).isCloseTo(Math.sqrt(mean), within(1e-6));
        }
    }

    @Test
    void theChosenCutFindsTheClassesAlsoAmongOtherPointsOfOtherClassesAndInOtherNumbers() throws InterruptedException {
        int[] known = labels(20, 30, 10, 25);
        CutChoice choice = CutChoice.of(linkage(clusters(known, 2)), known, 4);
        assertThat(choice.agreement()).isEqualTo(1);
        assertThat(choice.groups()).isEqualTo(4);

        int[] unknown = labels(0, 0, 0, 0, 400, 150, 12, 3);
        int[] groups = Cut.atSpread(linkage(clusters(unknown, 3)), choice.spread());
        assertThat(AdjustedRand.of(groups, unknown)).isGreaterThan(0.99);

        // The height that parts the known classes would not do: Ward's heights grow with the number of points.
        double[] heights = linkage(clusters(known, 2)).height();
        double highestInside = linkage(clusters(unknown, 3)).height()[unknown.length - 5];
        assertThat(highestInside).isGreaterThan(heights[known.length - 5]);
    }

    @Test
    void noOtherCutAgreesBetterWithOverlappingClasses() throws InterruptedException {
        for (int seed = 0; seed < 5; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int[] labels =
                    IntStream.range(0, 60).map(i -> random.nextInt(4)).sorted().toArray();
            float[][] vectors = clusters(labels, seed);
            for (float[] vector : vectors) {
                for (int d = 0; d < DIMENSIONS; d++) {
                    vector[d] += (float) (0.3 * random.nextGaussian());
                }
            }
            Linkage linkage = linkage(vectors);
            CutChoice choice = CutChoice.of(linkage, labels, 4);
            int[] chosen = Cut.atSpread(linkage, choice.spread());
            assertThat(AdjustedRand.of(chosen, labels)).isCloseTo(choice.agreement(), within(1e-12));
            assertThat(count(chosen)).isEqualTo(choice.groups());
            for (double spread : Cut.spreads(linkage)) {
                assertThat(AdjustedRand.of(Cut.atSpread(linkage, spread), labels))
                        .isLessThanOrEqualTo(choice.agreement() + 1e-12);
            }
        }
    }

    @Test
    void aLargerSpreadOnlyJoinsGroups() throws InterruptedException {
        Linkage linkage = linkage(clusters(labels(20, 20, 20), 4));
        int[] before = Cut.atSpread(linkage, 0);
        assertThat(count(before)).isEqualTo(60);
        for (double spread : Arrays.stream(Cut.spreads(linkage)).sorted().toArray()) {
            int[] groups = Cut.atSpread(linkage, spread);
            for (int a = 0; a < 60; a++) {
                for (int b = 0; b < 60; b++) {
                    assertThat(before[a] != before[b] || groups[a] == groups[b]).isTrue();
                }
            }
            before = groups;
        }
        assertThat(count(before)).isEqualTo(1);
    }

    @Test
    void aNumberOfGroupsIsThatOfTheLastMerges() throws InterruptedException {
        Linkage linkage = linkage(clusters(labels(12, 5, 9), 5));
        assertThat(Cut.into(linkage, 3)).containsExactly(labels(12, 5, 9));
        assertThat(count(Cut.into(linkage, 1))).isEqualTo(1);
        assertThat(count(Cut.into(linkage, 26))).isEqualTo(26);
        assertThat(count(Cut.into(linkage, 100))).isEqualTo(26);
        assertThat(Cut.into(linkage, 7)).contains(0, 1, 2, 3, 4, 5, 6).doesNotContain(7);
    }

    private static long count(int[] groups) {
        return IntStream.of(groups).distinct().count();
    }
}
