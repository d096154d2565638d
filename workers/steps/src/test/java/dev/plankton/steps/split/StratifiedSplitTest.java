package dev.plankton.steps.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StratifiedSplitTest {
    private static final StratifiedSplit SPLIT = new StratifiedSplit(1, 100, 100, 0.15);

    private static List<String> keys(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Json.digest("key", "" + i))
                .toList();
    }

    private static long count(Map<String, Split> parts, Split part) {
        return parts.values().stream().filter(part::equals).count();
    }

    @ParameterizedTest
    @CsvSource({"3,1", "6,1", "13,1", "14,2", "20,3", "28,4", "220,33", "666,99", "667,100", "668,100", "5000,100"})
    void takesHundredOrFifteenPercentAndAtLeastOne(int images, int each) {
        Map<String, Split> parts = SPLIT.divide("copepod", keys(images));
        assertThat(parts).hasSize(images);
        assertThat(count(parts, Split.VALIDATION)).isEqualTo(each);
        assertThat(count(parts, Split.TEST)).isEqualTo(each);
        assertThat(count(parts, Split.TRAIN)).isEqualTo(images - 2L * each);
    }

    @Test
    void refusesClassesOfFewerThanThree() {
        assertThatThrownBy(() -> SPLIT.divide("egg", keys(2)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("Class 'egg' has 2 usable images; at least 3 are needed");
    }

    @Test
    void doesNotDependOnTheOrder() {
        List<String> shuffled = new ArrayList<>(keys(500));
        Collections.shuffle(shuffled, new Random(1));
        assertThat(SPLIT.divide("egg", shuffled)).isEqualTo(SPLIT.divide("egg", keys(500)));
    }

    @Test
    void dependsOnSeedAndClass() {
        Map<String, Split> parts = SPLIT.divide("egg", keys(500));
        assertThat(new StratifiedSplit(2, 100, 100, 0.15).divide("egg", keys(500)))
                .isNotEqualTo(parts);
        assertThat(SPLIT.divide("copepod", keys(500))).isNotEqualTo(parts);
    }

    @Test
    void oneMoreImageMovesTwoOthersAtMostAndNoneFromValidationToTest() {
        for (int images = 3; images < 800; images += 7) {
            Map<String, Split> before = SPLIT.divide("egg", keys(images));
            Map<String, Split> after = SPLIT.divide("egg", keys(images + 1));
            List<String> moved = before.keySet().stream()
                    .filter(key -> before.get(key) != after.get(key))
                    .toList();
            assertThat(moved).hasSizeLessThanOrEqualTo(2);
            assertThat(moved).allMatch(key -> before.get(key) == Split.TRAIN || after.get(key) == Split.TRAIN);
        }
    }

    @Test
    void drawsEveryImageWithTheSameChance() {
        int[] validated = new int[20];
        int[] tested = new int[20];
        List<String> keys = keys(20);
        for (int seed = 0; seed < 4000; seed++) {
            Map<String, Split> parts = new StratifiedSplit(seed, 100, 100, 0.15).divide("egg", keys);
            for (int i = 0; i < 20; i++) {
                validated[i] += parts.get(keys.get(i)) == Split.VALIDATION ? 1 : 0;
                tested[i] += parts.get(keys.get(i)) == Split.TEST ? 1 : 0;
            }
        }
        // 600 expected, standard deviation 23.
        assertThat(IntStream.of(validated).boxed()).allMatch(count -> Math.abs(count - 600) < 120);
        assertThat(IntStream.of(tested).boxed()).allMatch(count -> Math.abs(count - 600) < 120);
    }
}
