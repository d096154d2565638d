package dev.plankton.evaluate.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SmallestTest {

    @Test
    void movesTheSmallestToTheFront() {
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            long[] numbers = random.longs(random.nextInt(1, 60)).distinct().toArray();
            long[] sorted = numbers.clone();
            Arrays.sort(sorted);
            int count = random.nextInt(1, numbers.length + 1);

            Smallest.first(numbers, count);

            Arrays.sort(numbers, 0, count);
            assertThat(Arrays.copyOf(numbers, count)).as("seed %d", seed).isEqualTo(Arrays.copyOf(sorted, count));
        }
    }
}
