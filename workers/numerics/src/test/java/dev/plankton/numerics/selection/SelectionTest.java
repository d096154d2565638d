package dev.plankton.numerics.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SelectionTest {

    @Test
    void movesTheSmallestOfARangeToItsFront() {
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            long[] keys = random.longs(random.nextInt(1, 60)).distinct().toArray();
            int start = random.nextInt(keys.length);
            int end = random.nextInt(start, keys.length) + 1;
            int middle = random.nextInt(start, end + 1);
            long[] sorted = keys.clone();
            Arrays.sort(sorted, start, end);

            Selection.split(keys, start, end, middle);

            Arrays.sort(keys, start, middle);
            Arrays.sort(keys, middle, end);
            assertThat(keys).as("seed %d", seed).isEqualTo(sorted);
        }
    }

    @Test
    void keysSortAsValuesThenByIndex() {
        float[] values = {3, -1, 0, -1, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1e-30f, -1e-30f, 3};
        long[] keys = IntStream.range(0, values.length)
                .mapToLong(i -> Selection.key(values[i], i))
                .sorted()
                .toArray();
        assertThat(Arrays.stream(keys).mapToInt(Selection::index)).containsExactly(5, 1, 3, 7, 2, 6, 0, 8, 4);
    }

    @Test
    void theFirstOfTheLargestCounts() {
        assertThat(Selection.largest(new float[] {0, 2, 1, 2})).isEqualTo(1);
    }
}
