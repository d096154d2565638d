package dev.plankton.numerics.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampledGroupsTest {
    /** On a line, two groups around 0 and around 10, each with a radius of 1, and one of a single vector at 20. */
    private static final float[][] VECTORS = {{-1}, {0.9f}, {1}, {9}, {11}, {12.5f}, {20}, {20.1f}, {20}, {4}};

    private static final int[] SAMPLE = {0, 2, 3, 4, 6};
    private static final int[] GROUPS = {0, 0, 1, 1, 2};

    @Test
    void othersJoinTheNearestGroupUnlessTheyAreFartherThanAllItsMembers() throws InterruptedException {
        assertThat(SampledGroups.extend(VECTORS, SAMPLE, GROUPS, () -> {}))
                .containsExactly(0, 0, 0, 1, 1, SampledGroups.NONE, 2, SampledGroups.NONE, 2, SampledGroups.NONE);
    }

    @Test
    void aSampleOfEverythingStaysAsItIs() throws InterruptedException {
        int[] all = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        int[] groups = {0, 0, 0, 1, 1, 2, 2, 2, 2, 1};
        assertThat(SampledGroups.extend(VECTORS, all, groups, () -> {})).containsExactly(groups);
    }

    @Test
    void manyVectorsAreJoinedInPortionsAndCanBeCancelled() throws InterruptedException {
        SplittableRandom random = new SplittableRandom(3);
        float[][] vectors = IntStream.range(0, 10_000)
                .mapToObj(i -> new float[] {i % 2 * 100 + (float) random.nextDouble(-1, 1)})
                .toArray(float[][]::new);
        vectors[9_998] = new float[] {-1.5f};
        int[] sample = IntStream.range(0, 1_000).toArray();
        int[] groups = IntStream.of(sample).map(row -> row % 2).toArray();
        int[] all = SampledGroups.extend(vectors, sample, groups, () -> {});
        assertThat(IntStream.range(0, all.length).filter(row -> all[row] == row % 2))
                .hasSizeGreaterThan(9_900);
        assertThat(all[9_998]).isEqualTo(SampledGroups.NONE);
        assertThatThrownBy(() -> SampledGroups.extend(vectors, sample, groups, () -> {
                    throw new InterruptedException("cancelled");
                }))
                .isInstanceOf(InterruptedException.class);
    }
}
