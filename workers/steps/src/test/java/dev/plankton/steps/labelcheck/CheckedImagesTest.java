package dev.plankton.steps.labelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.Split;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CheckedImagesTest {
    private static final int ALL = 10_000;

    /** Classes of the given numbers of images; the keys are in descending order, and each fifth is a test image. */
    private static EmbeddingTable table(boolean test, int... sizes) {
        int[] labels = IntStream.range(0, sizes.length)
                .flatMap(c -> IntStream.range(0, sizes[c]).map(i -> c))
                .toArray();
        return new EmbeddingTable(
                IntStream.range(0, labels.length)
                        .mapToObj(i -> "%04d".formatted(labels.length - i))
                        .toList(),
                IntStream.range(0, sizes.length).mapToObj("class %d"::formatted).toList(),
                labels,
                IntStream.range(0, labels.length)
                        .mapToObj(i -> test && i % 5 == 0 ? Split.TEST : i % 2 == 0 ? Split.TRAIN : Split.VALIDATION)
                        .toArray(Split[]::new),
                new float[labels.length][1]);
    }

    private static List<Long> counts(EmbeddingTable table) {
        return IntStream.range(0, table.classes().size())
                .mapToObj(c ->
                        IntStream.of(table.labels()).filter(label -> label == c).count())
                .toList();
    }

    @Test
    void testImagesAreNotCheckedAndTheOthersComeByKey() {
        CheckedImages images = CheckedImages.of(table(true, 10, 20), ALL, 1);

        assertThat(images.labelled()).isEqualTo(24);
        assertThat(images.table().splits()).doesNotContain(Split.TEST).hasSize(24);
        assertThat(images.table().images()).isSorted();
        assertThat(counts(images.table())).containsExactly(8L, 16L);
        assertThat(images.sampled()).isFalse();
        assertThat(images.alone()).isEmpty();
    }

    @Test
    void aClassWithOneImageCannotBeChecked() {
        CheckedImages images = CheckedImages.of(table(false, 1, 4, 0, 2), ALL, 1);

        assertThat(images.alone()).containsExactly("class 0");
        assertThat(counts(images.table())).containsExactly(0L, 4L, 0L, 2L);
        assertThat(images.labelled()).isEqualTo(7);
        assertThat(images.sampled()).isFalse();
    }

    @Test
    void oneComparableClassIsNone() {
        CheckedImages images = CheckedImages.of(table(false, 1, 4), ALL, 1);

        assertThat(images.table().size()).isZero();
        assertThat(images.sampled()).isFalse();
    }

    @Test
    void ofTooManyEachClassKeepsTheSameShareButAFew() {
        EmbeddingTable all = table(false, 1000, 500, 20, 3);

        CheckedImages images = CheckedImages.of(all, 150, 7);

        assertThat(counts(images.table())).containsExactly(98L, 49L, 5L, 3L);
        assertThat(images.sampled()).isTrue();
        assertThat(CheckedImages.of(all, 150, 7).table().images())
                .isEqualTo(images.table().images());
        assertThat(CheckedImages.of(all, 150, 8).table().images())
                .isNotEqualTo(images.table().images());
    }
}
