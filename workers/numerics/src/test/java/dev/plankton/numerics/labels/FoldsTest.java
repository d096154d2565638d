package dev.plankton.numerics.labels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldsTest {
    private static final int FOLDS = 5;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void eachClassIsSpreadAsEvenlyAsItGoes(long seed) {
        Random random = new Random(seed);
        int classes = 9;
        int[] labels = IntStream.range(0, 200)
                .map(row -> (int) (classes * Math.pow(random.nextDouble(), 3)))
                .toArray();

        int[] folds = Folds.stratified(labels, classes, FOLDS, seed);

        for (int c = 0; c < classes; c++) {
            int[] counts = counts(labels, folds, c);
            assertThat(IntStream.of(counts).max().orElseThrow()
                            - IntStream.of(counts).min().orElseThrow())
                    .as("class %d", c)
                    .isLessThanOrEqualTo(1);
        }
        assertThat(IntStream.range(0, FOLDS).map(f ->
                        (int) IntStream.of(folds).filter(fold -> fold == f).count()))
                .containsOnly(200 / FOLDS);
        assertThat(Folds.stratified(labels, classes, FOLDS, seed)).containsExactly(folds);
        assertThat(Folds.stratified(labels, classes, FOLDS, seed + 1)).isNotEqualTo(folds);
    }

    private static int[] counts(int[] labels, int[] folds, int c) {
        int[] counts = new int[FOLDS];
        IntStream.range(0, labels.length).filter(row -> labels[row] == c).forEach(row -> counts[folds[row]]++);
        return counts;
    }
}
