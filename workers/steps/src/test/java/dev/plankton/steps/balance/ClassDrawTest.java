package dev.plankton.steps.balance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.contracts.formats.TrainingSet.Sample;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassDrawTest {
    private static final List<Integer> IMAGES =
            IntStream.range(100, 120).boxed().toList();

    private static List<Sample> draw(long seed, int count) {
        return new ClassDraw(seed, "egg", IMAGES).draw(count);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 19, 20, 21, 100, 159, 160, 161, 320, 321, 500})
    void drawsAsManyAsAskedForAndSpreadsThemEvenly(int count) {
        List<Sample> samples = draw(1, count);
        assertThat(samples).hasSize(count).allMatch(sample -> IMAGES.contains(sample.image()));
        Map<Integer, List<Sample>> byImage = samples.stream().collect(Collectors.groupingBy(Sample::image));
        assertThat(byImage).hasSize(Math.min(count, IMAGES.size()));
        byImage.values().forEach(own -> {
            assertThat(own).hasSizeBetween(count / IMAGES.size(), count / IMAGES.size() + 1);
            assertThat(own.getFirst().symmetry()).isZero();
            // All 8 symmetries before one repeats, and again all 8 before one is there a third time.
            Map<Sample, Long> times =
                    own.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            long most = times.values().stream().mapToLong(n -> n).max().orElseThrow();
            assertThat(most).isEqualTo((own.size() + 7) / 8);
            if (own.size() >= 8) {
                assertThat(times).hasSize(8);
            }
        });
    }

    @Test
    void keepsAllOriginalsFirst() {
        List<Sample> samples = draw(1, 50);
        assertThat(samples.subList(0, 20)).extracting(Sample::image).isEqualTo(IMAGES);
        assertThat(samples.subList(0, 20)).allMatch(sample -> sample.symmetry() == 0);
        assertThat(samples.subList(20, 50)).allMatch(sample -> sample.symmetry() > 0);
    }

    @Test
    void dropsAtRandomButNeverAugmentsWhenThereAreTooMany() {
        assertThat(draw(1, 10)).allMatch(sample -> sample.symmetry() == 0).doesNotHaveDuplicates();
        assertThat(draw(1, 10)).isNotEqualTo(draw(2, 10));
    }

    @Test
    void isAFunctionOfSeedAndClass() {
        assertThat(draw(1, 90)).isEqualTo(draw(1, 90)).isNotEqualTo(draw(2, 90));
        assertThat(new ClassDraw(1, "copepod", IMAGES).draw(90)).isNotEqualTo(draw(1, 90));
    }

    @Test
    void drawsEverySymmetryAndImageWithTheSameChance() {
        int[] symmetries = new int[8];
        int[] images = new int[20];
        for (int seed = 0; seed < 700; seed++) {
            for (Sample sample : draw(seed, 30).subList(20, 30)) {
                symmetries[sample.symmetry()]++;
                images[sample.image() - 100]++;
            }
        }
        // 1000 of each symmetry but the original expected, 350 of each image.
        assertThat(Set.of(symmetries[0])).containsExactly(0);
        assertThat(IntStream.range(1, 8).map(i -> symmetries[i]).boxed()).allMatch(n -> Math.abs(n - 1000) < 150);
        assertThat(IntStream.of(images).boxed()).allMatch(n -> Math.abs(n - 350) < 80);
    }
}
