package dev.plankton.contracts.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jerolba.carpet.annotation.Alias;
import dev.plankton.contracts.BadInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorsParquetTest {
    @TempDir
    Path folder;

    /** As other programs write it: everything may be missing, and there are other columns. */
    public record Floats(
            @Nullable List<@Nullable Float> vector,
            @Nullable String split,
            int size,
            @Alias("class") @Nullable String className,
            @Nullable String image) {}

    public record Doubles(String image, @Alias("class") String className, String split, List<Double> vector) {}

    public record Nested(String image, @Alias("class") String className, String split, List<List<Float>> vector) {}

    public record OneNumber(String image, @Alias("class") String className, String split, float vector) {}

    @Test
    void whatIsMissingIsTold() throws IOException {
        List<VectorsParquet.Row> rows = read(
                Floats.class,
                new Floats(List.of(1f, 2f), "train", 7, "egg", "a"),
                new Floats(Arrays.asList(1f, null, 3f), null, 7, "egg", "b"),
                new Floats(List.of(), "test", 7, null, "c"),
                new Floats(null, "test", 7, "jelly", null),
                new Floats(List.of(5f), "test", 7, "jelly", "d"));

        assertThat(rows).extracting(VectorsParquet.Row::image).containsExactly("a", "b", "c", null, "d");
        assertThat(rows)
                .extracting(VectorsParquet.Row::className)
                .containsExactly("egg", "egg", null, "jelly", "jelly");
        assertThat(rows).extracting(VectorsParquet.Row::split).containsExactly("train", null, "test", "test", "test");
        assertThat(rows).extracting(VectorsParquet.Row::hasGaps).containsExactly(false, true, false, false, false);
        assertThat(rows)
                .extracting(VectorsParquet.Row::vector)
                .containsExactly(new float[] {1, 2}, new float[] {1, 3}, new float[0], null, new float[] {5});
    }

    @Test
    void doublesAreRounded() throws IOException {
        assertThat(read(Doubles.class, new Doubles("a", "egg", "train", List.of(0.1, 1e300))))
                .extracting(VectorsParquet.Row::vector)
                .containsExactly(new float[] {0.1f, Float.POSITIVE_INFINITY});
    }

    @Test
    void onlyListsOfNumbersAreVectors() {
        assertThatThrownBy(() -> read(Nested.class, new Nested("a", "egg", "train", List.of(List.of(1f)))))
                .isInstanceOf(BadInputException.class)
                .hasMessage("mine.parquet must hold lists of float or double in column 'vector'.");
        assertThatThrownBy(() -> read(OneNumber.class, new OneNumber("a", "egg", "train", 1)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("must hold lists of float or double");
    }

    @SafeVarargs
    private <T> List<VectorsParquet.Row> read(Class<T> type, T... given) throws IOException {
        Path file = folder.resolve("mine.parquet");
        ParquetRows.write(type, file, Map.of(), rows -> {
            for (T row : given) {
                rows.add(row);
            }
        });
        List<VectorsParquet.Row> rows = new ArrayList<>();
        new VectorsParquet("mine.parquet", 100).read(file, rows::add);
        return rows;
    }
}
