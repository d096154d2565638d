package dev.plankton.steps.dendrogram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ClassCountsTest {
    private final ClassCounts counts = ClassCounts.of(
            new int[] {0, 1, 2, 3, 5}, new int[] {2, 0, 2, 1, 1, 2}, List.of("copepod", "diatom", "egg", "larva"));

    @Test
    void theMostFrequentClassComesFirst() {
        assertThat(counts.full()).isEqualTo("egg 3, copepod 1, diatom 1");
        assertThat(counts.images()).isEqualTo(5);
    }

    @Test
    void aLabelNamesAsManyClassesAsFit() {
        assertThat(counts.label(label -> true)).isEqualTo("egg, copepod, diatom (5)");
        assertThat(counts.label(label -> label.length() < 20)).isEqualTo("egg, copepod +1 (5)");
        assertThat(counts.label(label -> false)).isEqualTo("egg +2 (5)");
    }
}
