package dev.plankton.numerics.measures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.numerics.measures.NearestNeighbours.Neighbour;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The search must find what a plain comparison with every reference finds, in the same order. */
class NearestNeighboursTest {
    private static final int[] SIZES = {1, 4, 511, 512, 513, 1700};
    private static final int[] DIMENSIONS = {1, 3, 15, 16, 17, 64, 70};

    /** Whole numbers, whose distances single precision holds exactly: thousands of equal and nearly equal distances. */
    @Test
    void findsWhatDoublePrecisionFindsAmongTiesNearTiesAndDuplicates() {
        for (int seed = 0; seed < 120; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int bound = 2 << random.nextInt(8);
            check(random, () -> random.nextInt(bound), NearestNeighboursTest::inDouble, seed);
        }
    }

    @Test
    void comparesTheSumsOfSinglePrecisionWhereTheyAreRounded() {
        for (int seed = 0; seed < 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double scale = seed % 2 == 0 ? 1 : 1e-4;
            check(random, () -> (float) (1 + scale * random.nextGaussian()), NearestNeighboursTest::inSingle, seed);
        }
    }

    private interface Values {
        float next();
    }

    private static void check(
            SplittableRandom random, Values values, ToDoubleBiFunction<float[], float[]> squared, int seed) {
        int size = SIZES[random.nextInt(SIZES.length)];
        int dimensions = DIMENSIONS[random.nextInt(DIMENSIONS.length)];
        int neighbours = 1 + random.nextInt(9);
        float[][] references = draw(size, dimensions, values);
        float[][] queries = draw(20, dimensions, values);
        for (int i = 0; i < size / 3; i++) {
            references[random.nextInt(size)] = references[random.nextInt(size)].clone();
        }
        for (int i = 0; i < queries.length / 2; i++) {
            queries[i] = references[random.nextInt(size)];
        }
        List<List<Neighbour>> found =
                new NearestNeighbours(new LabelledVectors(references, new int[size], 1), neighbours).of(queries);

        for (int i = 0; i < queries.length; i++) {
            assertThat(found.get(i))
                    .as("seed %d, query %d", seed, i)
                    .extracting(Neighbour::row)
                    .isEqualTo(plain(references, queries[i], neighbours, squared));
        }
    }

    private static List<Integer> plain(
            float[][] references, float[] query, int neighbours, ToDoubleBiFunction<float[], float[]> squared) {
        double[] distances = IntStream.range(0, references.length)
                .mapToDouble(row -> squared.applyAsDouble(references[row], query))
                .toArray();
        return IntStream.range(0, references.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> distances[row]))
                .limit(neighbours)
                .toList();
    }

    private static double inDouble(float[] a, float[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(d -> ((double) a[d] - b[d]) * ((double) a[d] - b[d]))
                .sum();
    }

    private static double inSingle(float[] a, float[] b) {
        return Plain.squared(a, b);
    }

    private static float[][] draw(int size, int dimensions, Values values) {
        float[][] vectors = new float[size][dimensions];
        for (float[] vector : vectors) {
            for (int d = 0; d < dimensions; d++) {
                vector[d] = values.next();
            }
        }
        return vectors;
    }
}
