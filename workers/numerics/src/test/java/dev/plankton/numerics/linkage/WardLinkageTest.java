package dev.plankton.numerics.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WardLinkageTest {

    @ParameterizedTest
    @ValueSource(strings = {"clusters", "pairs", "ties", "collapsed", "two"})
    void mergesAsSciPyDoes(String name) throws IOException, InterruptedException {
        Reference reference = Reference.read(name);

        Linkage linkage = WardLinkage.of(reference.vectors(), () -> {});

        for (int merge = 0; merge < reference.linkage().length; merge++) {
            double[] expected = reference.linkage()[merge];
            assertThat(linkage.left()[merge]).as("merge %d", merge).isEqualTo((int) expected[0]);
            assertThat(linkage.right()[merge]).isEqualTo((int) expected[1]);
            assertThat(linkage.height()[merge]).isCloseTo(expected[2], within(1e-9 * expected[2]));
            assertThat(linkage.size()[merge]).isEqualTo((int) expected[3]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"clusters", "pairs", "ties", "collapsed", "two"})
    void showsTheSameLeavesInTheSameOrderAsSciPy(String name) throws IOException, InterruptedException {
        Reference reference = Reference.read(name);

        Tree tree = Tree.lastClusters(WardLinkage.of(reference.vectors(), () -> {}), reference.shown());

        assertThat(tree.leaves().stream().mapToInt(Tree.Leaf::cluster)).containsExactly(box(reference.leaves()));
    }

    @Test
    void leavesAndMainClustersPartitionThePoints() throws InterruptedException {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int points = random.nextInt(2, 80);
            Linkage linkage = WardLinkage.of(vectors(random, points), () -> {});
            Tree tree = Tree.lastClusters(linkage, random.nextInt(2, 50));
            int wanted = random.nextInt(1, 6);

            assertThat(tree.leaves().stream()
                            .flatMapToInt(leaf -> Arrays.stream(leaf.members()))
                            .sorted())
                    .containsExactly(box(IntStream.range(0, points).toArray()));
            assertThat(tree.mainClusters(wanted))
                    .hasSize(Math.min(wanted, tree.leaves().size()));
            assertThat(tree.mainClusters(wanted).stream().flatMap(part -> part.leaves().stream()))
                    .containsExactlyElementsOf(tree.leaves());
            assertThat(linkage.height()).isSorted();
        }
    }

    @Test
    void stopsWhenCancelled() {
        assertThatThrownBy(() -> WardLinkage.of(vectors(new SplittableRandom(1), 10), () -> {
                    throw new InterruptedException("cancelled");
                }))
                .isInstanceOf(InterruptedException.class);
    }

    private static float[][] vectors(SplittableRandom random, int points) {
        return IntStream.range(0, points)
                .mapToObj(i -> new float[] {random.nextInt(9), random.nextInt(9), random.nextInt(9)})
                .toArray(float[][]::new);
    }

    private static Integer[] box(int[] values) {
        return IntStream.of(values).boxed().toArray(Integer[]::new);
    }
}
