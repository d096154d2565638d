package dev.plankton.steps.pca;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.Split;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ImageChoiceTest {
    private final EmbeddingTable table = table(100, 3);

    private static EmbeddingTable table(int big, int small) {
        int rows = big + small;
        Split[] splits = new Split[rows];
        Arrays.fill(splits, Split.TEST);
        return new EmbeddingTable(
                IntStream.range(0, rows).mapToObj("image%d"::formatted).toList(),
                List.of("copepod", "egg"),
                IntStream.range(0, rows).map(row -> row < big ? 0 : 1).toArray(),
                splits,
                new float[rows][2]);
    }

    @Test
    void takesSomeOfEachClassAndAllOfASmallOne() {
        EmbeddingTable chosen = ImageChoice.perClass(table, 10, 1);

        assertThat(Arrays.stream(chosen.labels()).filter(label -> label == 0).count())
                .isEqualTo(10);
        assertThat(Arrays.stream(chosen.labels()).filter(label -> label == 1).count())
                .isEqualTo(3);
    }

    @Test
    void theSeedAloneDecides() {
        assertThat(ImageChoice.perClass(table, 10, 1).images())
                .isEqualTo(ImageChoice.perClass(table, 10, 1).images())
                .isNotEqualTo(ImageChoice.perClass(table, 10, 2).images());
    }
}
