package dev.plankton.contracts.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jerolba.carpet.io.FileSystemInputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingFileTest {
    @TempDir
    Path folder;

    @Test
    void keepsEveryValueAndClassesWithoutRows() throws IOException {
        EmbeddingTable table = table(3000, 64);

        EmbeddingTable read = roundTrip(table);

        assertThat(read.images()).isEqualTo(table.images());
        assertThat(read.classes()).containsExactly("chain, \"long\"", "egg", "jelly", "überraschung");
        assertThat(read.labels()).isEqualTo(table.labels());
        assertThat(read.splits()).isEqualTo(table.splits());
        assertThat(read.vectors()).isDeepEqualTo(table.vectors());
    }

    @Test
    void keepsATableWithoutRows() throws IOException {
        EmbeddingTable read = roundTrip(table(0, 64));

        assertThat(read.size()).isZero();
        assertThat(read.classes()).hasSize(4);
    }

    @Test
    void theSameTableGivesTheSameBytes() throws IOException {
        EmbeddingFile.write(table(500, 8), folder.resolve("one"));
        EmbeddingFile.write(table(500, 8), folder.resolve("two"));

        assertThat(folder.resolve("one")).hasSameBinaryContentAs(folder.resolve("two"));
    }

    /** The names of artifacts are digests of their bytes: a new version of a library must not change these. */
    @Test
    void theBytesAreThoseOfEarlierVersions() throws Exception {
        Path file = folder.resolve("table.parquet");
        EmbeddingFile.write(table(3000, 64), file);

        assertThat(file).hasDigest("SHA-256", "084dc72e8a662be8536bad043c77e807e33296a8f4baad746dca5a7571ee0579");
    }

    /** The library writes a column's encodings in the order of identity hashes, which differ from process to process. */
    @Test
    void noColumnHasEncodingsToWriteInThisOrderOrThat() throws IOException {
        Path file = folder.resolve("table.parquet");
        EmbeddingFile.write(table(500, 8), file);

        try (ParquetFileReader reader = ParquetFileReader.open(new FileSystemInputFile(file.toFile()))) {
            assertThat(reader.getFooter().getBlocks())
                    .isNotEmpty()
                    .allSatisfy(block -> assertThat(block.getColumns())
                            .hasSize(4)
                            .allSatisfy(
                                    column -> assertThat(column.getEncodings()).hasSize(1)));
        }
    }

    @Test
    void columnsAreNamedAsPromised() throws IOException {
        Path file = folder.resolve("table.parquet");
        EmbeddingFile.write(table(5, 8), file);

        try (ParquetFileReader reader = ParquetFileReader.open(new FileSystemInputFile(file.toFile()))) {
            assertThat(reader.getFileMetaData().toString()).containsIgnoringWhitespaces("""
                    message Row {
                      required binary image (STRING);
                      required binary class (STRING);
                      required binary split (STRING);
                      required group vector (LIST) { repeated group list { required float element; } }
                    }""");
        }
    }

    @Test
    void aForeignFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("text"), "image,class\n");

        assertThatThrownBy(() -> EmbeddingFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("text is not a readable file of embeddings");
    }

    private EmbeddingTable roundTrip(EmbeddingTable table) throws IOException {
        Path file = folder.resolve("table.parquet");
        EmbeddingFile.write(table, file);
        return EmbeddingFile.read(file);
    }

    /** The class "jelly" has no rows. */
    private static EmbeddingTable table(int rows, int dimensions) {
        Random random = new Random(7);
        int[] used = {0, 1, 3};
        return new EmbeddingTable(
                IntStream.range(0, rows).mapToObj(i -> "image-" + i).toList(),
                List.of("chain, \"long\"", "egg", "jelly", "überraschung"),
                IntStream.range(0, rows).map(i -> used[random.nextInt(3)]).toArray(),
                IntStream.range(0, rows)
                        .mapToObj(i -> Split.values()[random.nextInt(3)])
                        .toArray(Split[]::new),
                IntStream.range(0, rows)
                        .mapToObj(i -> floats(random, dimensions))
                        .toArray(float[][]::new));
    }

    private static float[] floats(Random random, int dimensions) {
        float[] values = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            values[i] = (float) random.nextGaussian();
        }
        values[0] = random.nextInt(10) == 0 ? -0.0f : Float.MIN_VALUE * random.nextInt(100);
        return values;
    }
}
