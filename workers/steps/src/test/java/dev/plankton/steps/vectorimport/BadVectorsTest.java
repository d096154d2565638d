package dev.plankton.steps.vectorimport;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.ParquetRows;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.ids.UploadName;
import dev.plankton.contracts.tasks.VectorImportTask;
import dev.plankton.engine.testing.LocalContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with uploaded vectors is one sentence, and never tried again. */
class BadVectorsTest {
    @TempDir
    Path folder;

    private Uploads uploads;

    @BeforeEach
    void open() throws IOException {
        uploads = new Uploads(new LocalContext(folder), folder);
    }

    private void assertRefused(String sentence) {
        assertRefused(Limits.DEFAULT, sentence);
    }

    private void assertRefused(Limits limits, String sentence) {
        assertThatThrownBy(() -> uploads.context()
                        .run(new VectorImportStep(limits), new VectorImportTask.Input(Uploads.NAME, Optional.empty())))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(sentence)
                .hasMessageEndingWith(".");
    }

    private void refusedPair(byte[] npy, String csv, String sentence) throws IOException {
        uploads.put("a.npy", npy);
        uploads.put("a.csv", csv);
        assertRefused(sentence);
    }

    private void refusedTable(Consumer<EmbeddingTable> spoil, String sentence) throws IOException {
        EmbeddingTable table = Uploads.table();
        spoil.accept(table);
        uploads.putParquet(table);
        assertRefused(sentence);
    }

    @Test
    void nothingUploaded() {
        assertRefused("No vectors were uploaded as 'elsewhere'; upload a folder");
    }

    @Test
    void otherFilesBeside() throws IOException {
        uploads.putParquet(Uploads.table());
        uploads.put("readme.txt", "hello");
        assertRefused("'elsewhere' holds 2 files, 1 of them .parquet, 0 .npy and 0 .csv; vectors are one");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <f4 | False | (13, 3)       | holds 144 bytes of values where its header promises 156; upload it again
            <f4 | False | (11, 3)       | holds 144 bytes of values where its header promises 132; upload it again
            <f4 | False | (36,)         | has the shape (36,); save a matrix of images x dimensions
            <f4 | False | (3, 4, 3)     | has the shape (3, 4, 3); save a matrix
            <f4 | False | (12, 0)       | holds vectors of 0 dimensions
            <f4 | False | (999999999, 999999999) | values, more than the 20,000,000 that are read
            <f4 | False | (99999999999, 3) | has the shape (99999999999, 3)
            <f4 | True  | (12, 3)       | is in Fortran order
            <i8 | False | (12, 3)       | holds values of type '<i8'; save float32 or float64
            >f4 | False | (12, 3)       | holds values of type '>f4'
            O   | False | (12, 3)       | holds values of type 'O'
            """)
    void arrays(String type, String order, String shape, String sentence) throws IOException {
        refusedPair(Uploads.npy(type, order, shape, Uploads.floats(Uploads.table())), Uploads.csv(), sentence);
    }

    @Test
    void noArray() throws IOException {
        refusedPair(
                new byte[] {1, 2, 3}, Uploads.csv(), "elsewhere/a.npy is not an NPY file; write it with numpy.save.");
        refusedPair(Arrays.copyOf(Uploads.goodNpy(), 60), Uploads.csv(), "ends too early");
        byte[] longHeader = Uploads.goodNpy();
        longHeader[9] = 127;
        refusedPair(longHeader, Uploads.csv(), "has a header of");
    }

    @Test
    void tables() throws IOException {
        String csv = Uploads.csv();
        String lastLine = csv.substring(csv.lastIndexOf("TEST"));
        refusedPair(Uploads.goodNpy(), csv + lastLine, "holds 12 vectors but elsewhere/a.csv more than 12 lines");
        refusedPair(
                Uploads.goodNpy(), csv.replace(lastLine, ""), "holds 12 vectors but elsewhere/a.csv 11 lines below");
        refusedPair(Uploads.goodNpy(), csv.replace("class", "klass"), "has no column 'class'; its first line must");
        refusedPair(Uploads.goodNpy(), "", "holds 12 vectors but elsewhere/a.csv 0 lines");
        refusedPair(Uploads.goodNpy(), csv.replace("TEST", "holdout"), "has the split 'holdout' in row 9; it must be");
        refusedPair(Uploads.goodNpy(), csv.replace("/1.png", "/0.png"), "names the image 'copepod/0.png' twice");
        refusedPair(Uploads.goodNpy(), csv.replace("Calanoida", " "), "has a class in row 1 that is blank");
        refusedPair(Uploads.goodNpy(), csv.replace("Calanoida", "a\u0007"), "control characters");
        refusedPair(Uploads.goodNpy(), csv.replace("Calanoida", "eggs, round"), "has 1 class; give 2 to 1000");
    }

    @Test
    void vectors() throws IOException {
        refusedTable(table -> table.vectors()[3][1] = Float.NaN, "gives image 'copepod/3.png' a vector with a value");
        refusedTable(table -> table.vectors()[3][1] = Float.NEGATIVE_INFINITY, "that is no finite float32");
        refusedTable(
                table -> table.vectors()[3] = new float[2],
                "gives image 'copepod/3.png' a vector of 2 dimensions, but the first image one of 3.");
        refusedTable(table -> Arrays.fill(table.vectors(), new float[0]), "holds vectors of 0 dimensions");
        refusedTable(table -> Arrays.fill(table.splits(), 4, 8, Split.TRAIN), "has fewer than two validation images");
        refusedTable(table -> Arrays.fill(table.splits(), 9, 12, Split.TRAIN), "has fewer than two test images");
        refusedTable(table -> Arrays.fill(table.labels(), 0, 4, 0), "has no train images of the class 'eggs, round'");
    }

    /** A file without a class. */
    public record NoClass(String image, String split, List<Float> vector) {}

    @Test
    void parquet() throws IOException {
        uploads.put("mine.parquet", "PAR1 but no more");
        assertRefused("elsewhere/mine.parquet is damaged or is not Parquet");
        putRows(NoClass.class, new NoClass("a", "train", List.of(1f)));
        assertRefused("has no column 'class'; it needs image, class, split and vector.");
        uploads.putParquet(Uploads.table().select(row -> false));
        assertRefused("'elsewhere' holds no vectors.");
    }

    private <T> void putRows(Class<T> type, T row) throws IOException {
        Path file = folder.resolve("rows.parquet");
        ParquetRows.write(type, file, Map.of(), rows -> rows.add(row));
        uploads.put("mine.parquet", Files.readAllBytes(file));
    }

    @Test
    void tooMuch() throws IOException {
        uploads.putParquet(Uploads.table());
        assertRefused(new Limits(100, 40, 3, 2, 30), "bytes, more than the 100 that are read");
        assertRefused(new Limits(9999, 35, 3, 2, 30), "holds 36 values, more than the 35 that are read");
        assertRefused(new Limits(9999, 40, 2, 2, 30), "holds vectors of 3 dimensions; give 1 to 2");
        assertRefused(new Limits(9999, 40, 3, 1, 30), "has 2 classes; give 2 to 1");
        assertRefused(new Limits(9999, 40, 3, 2, 12), "longer than 12 characters");
    }

    @Test
    void hostileNames() {
        assertThatThrownBy(() -> new UploadName("../reports"))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("'../reports' cannot name an upload");
    }
}
