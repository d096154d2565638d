package dev.plankton.numerics.relations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RelationSearchTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.2, 0.7, 5})
    void findsWhatComparingEverythingFinds(double epsilon) throws InterruptedException {
        for (int seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int images = random.nextInt(2, 14);
            int dimensions = random.nextInt(1, 24);
            int[] classes =
                    IntStream.generate(() -> random.nextInt(4)).limit(images).toArray();
            float[][] vectors = clusters(random, classes, dimensions, random.nextDouble(0.02, 1));
            boolean withinClass = random.nextBoolean();
            int count = random.nextInt(1, 30);

            RelationSearch.Found found = RelationSearch.search(vectors, classes, withinClass, epsilon, count, () -> {});

            BruteForce expected = new BruteForce(vectors, classes, withinClass, epsilon);
            assertThat(found.apart()).as("seed %d", seed).isEqualTo(expected.best(count, false));
            assertThat(found.sharing()).as("seed %d", seed).isEqualTo(expected.best(count, true));
        }
    }

    /** Enough differences for a tree of many leaves. */
    @ParameterizedTest
    @CsvSource({"2, 0.02", "5, 0.3", "5, 5", "20, 1", "64, 5"})
    void findsTheSameInManyDifferences(int dimensions, double epsilon) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(dimensions);
        int[] classes = IntStream.range(0, 36).map(i -> i % 5).toArray();
        float[][] vectors = clusters(random, classes, dimensions, 0.5);

        BruteForce expected = new BruteForce(vectors, classes, false, epsilon);
        for (int threads : List.of(1, 3)) {
            RelationSearch.Found found =
                    RelationSearch.search(vectors, classes, false, epsilon, 50, new Workforce(threads), () -> {});
            assertThat(found.apart()).isEqualTo(expected.best(50, false));
            assertThat(found.sharing()).isEqualTo(expected.best(50, true));
        }
    }

    @Test
    void findsTheSameWithAnyNumberOfThreads() throws InterruptedException {
        SplittableRandom random = new SplittableRandom(11);
        int[] classes = IntStream.range(0, 150).map(i -> i % 7).toArray();
        float[][] vectors = clusters(random, classes, 9, 0.6);
        RelationSearch.Found one = RelationSearch.search(vectors, classes, false, 5, 20, new Workforce(1), () -> {});

        for (int threads = 2; threads < 5; threads++) {
            assertThat(RelationSearch.search(vectors, classes, false, 5, 20, new Workforce(threads), () -> {}))
                    .isEqualTo(one);
        }
    }

    /**
     * Each image is there twice, so every relation has the same score as others. Those with the lowest rows are kept.
     */
    @Test
    void keepsTheFirstOfEqualScores() throws InterruptedException {
        SplittableRandom random = new SplittableRandom(5);
        int[] classes = IntStream.range(0, 16).map(i -> i / 2).toArray();
        float[][] vectors = clusters(random, classes, 4, 1);
        for (int image = 1; image < 16; image += 2) {
            vectors[image] = vectors[image - 1].clone();
        }
        BruteForce expected = new BruteForce(vectors, classes, false, 5);
        int exact = (int) expected.best(1000, false).stream()
                .filter(relation -> relation.score() == 0)
                .count();

        for (int count : List.of(exact + 1, exact + 5, exact + 40)) {
            assertThat(RelationSearch.search(vectors, classes, false, 5, count, () -> {})
                            .apart())
                    .isEqualTo(expected.best(count, false));
        }
    }

    /** Differences so short that inner products give only a few digits of their lengths. */
    @Test
    void findsTheSameAmongImagesThatAreAlmostEqual() throws InterruptedException {
        for (int seed = 0; seed < 10; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int[] classes = IntStream.range(0, 26).toArray();
            float[][] vectors = gaussian(random, 26, 8, 1e-5);
            vectors[0][0] = 3;
            vectors[1][1] = -2;

            BruteForce expected = new BruteForce(vectors, classes, false, 5);
            RelationSearch.Found found = RelationSearch.search(vectors, classes, false, 5, 20, () -> {});
            assertThat(found.apart()).as("seed %d", seed).isEqualTo(expected.best(20, false));
            assertThat(found.sharing()).as("seed %d", seed).isEqualTo(expected.best(20, true));
        }
    }

    @Test
    void findsAPlantedRelationAmongMany() throws InterruptedException {
        SplittableRandom random = new SplittableRandom(3);
        int[] classes = IntStream.range(0, 120).map(i -> i % 12).toArray();
        float[][] vectors = clusters(random, classes, 32, 1);
        for (int axis = 0; axis < 32; axis++) { // 17 - 40 = 99 - 62, up to a small error
            vectors[99][axis] = vectors[17][axis] - vectors[40][axis] + vectors[62][axis] + 1e-4f;
        }

        List<Relation> found =
                RelationSearch.search(vectors, classes, false, 0.2, 5, () -> {}).apart();

        Relation best = found.getFirst();
        assertThat(List.of(best.a(), best.b(), best.c(), best.d()))
                .isIn(List.of(17, 40, 99, 62), List.of(17, 99, 40, 62), List.of(40, 17, 62, 99));
        assertThat(best.distance()).isBetween(5.6e-4, 5.8e-4);
    }

    @Test
    void endsQuicklyWhenTheEmbeddingHasCollapsed() throws InterruptedException {
        int[] classes = IntStream.range(0, 300).map(i -> i % 3).toArray();
        float[][] equal = new float[300][8];
        float[][] threePoints = new float[300][8];
        for (int image = 0; image < 300; image++) {
            threePoints[image][classes[image]] = 1;
        }

        RelationSearch.Found nothing = RelationSearch.search(equal, classes, false, 0.2, 20, () -> {});
        RelationSearch.Found all = RelationSearch.search(threePoints, classes, false, 0.2, 20, () -> {});

        assertThat(nothing.apart()).isEmpty();
        assertThat(nothing.sharing()).isEmpty();
        assertThat(all.apart()).hasSize(20).allMatch(relation -> relation.distance() == 0);
        assertThat(RelationSearch.search(threePoints, classes, false, 0.2, 20, new Workforce(1), () -> {}))
                .isEqualTo(all);
    }

    @Test
    void stopsWhenCancelled() {
        assertThatThrownBy(() -> RelationSearch.search(
                        clusters(new SplittableRandom(1), new int[] {0, 1, 2}, 3, 1),
                        new int[] {0, 1, 2},
                        false,
                        0.2,
                        20,
                        () -> {
                            throw new InterruptedException("cancelled");
                        }))
                .isInstanceOf(InterruptedException.class);
    }

    private static float[][] clusters(SplittableRandom random, int[] classes, int dimensions, double spread) {
        float[][] centres = gaussian(random, 12, dimensions, 1);
        float[][] vectors = gaussian(random, classes.length, dimensions, spread);
        for (int image = 0; image < classes.length; image++) {
            for (int axis = 0; axis < dimensions; axis++) {
                vectors[image][axis] += centres[classes[image]][axis];
            }
        }
        return vectors;
    }

    private static float[][] gaussian(SplittableRandom random, int rows, int dimensions, double scale) {
        float[][] values = new float[rows][dimensions];
        for (float[] row : values) {
            for (int axis = 0; axis < dimensions; axis++) {
                row[axis] = (float) (scale * random.nextGaussian());
            }
        }
        return values;
    }
}
