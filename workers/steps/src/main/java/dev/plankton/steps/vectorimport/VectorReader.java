package dev.plankton.steps.vectorimport;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.NpyReader;
import dev.plankton.contracts.formats.VectorsParquet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the uploaded rows from either format. Afterwards every row has an image, a class, a split and a vector. */
final class VectorReader {
    private static final List<String> COLUMNS = List.of("image", "class", "split");

    private final Limits limits;

    VectorReader(Limits limits) {
        this.limits = limits;
    }

    List<UploadedVector> parquet(Path file, String name) throws IOException {
        List<UploadedVector> rows = new ArrayList<>();
        new VectorsParquet(name, limits.values()).read(file, row -> {
            String where = "Row %d of %s".formatted(rows.size() + 1, name);
            float[] vector = row.vector();
            if (vector == null) {
                throw new BadInputException("%s has no vector.".formatted(where));
            }
            if (row.hasGaps()) {
                throw new BadInputException("%s lacks a value in its vector.".formatted(where));
            }
            rows.add(new UploadedVector(
                    text(row.image(), where, "image"),
                    text(row.className(), where, "class"),
                    text(row.split(), where, "split"),
                    vector));
        });
        return rows;
    }

    private static String text(@Nullable String value, String where, String column) {
        if (value == null) {
            throw new BadInputException("%s has no %s.".formatted(where, column));
        }
        return value;
    }

    /** Row n of the matrix belongs to line n of the table. */
    List<UploadedVector> npy(Path matrix, String matrixName, Path table, String tableName) throws IOException {
        float[][] vectors = new NpyReader(matrixName, limits.values()).read(matrix);
        List<UploadedVector> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> lines =
                CsvReader.builder().detectBomHeader(true).ofCsvRecord(table)) {
            int[] columns = null;
            for (CsvRecord line : lines) {
                if (columns == null) {
                    columns = columns(line, tableName);
                    continue;
                }
                if (rows.size() == vectors.length) {
                    throw counts(matrixName, vectors.length, tableName, "more than %d".formatted(vectors.length));
                }
                String where = "Line %d of %s".formatted(line.getStartingLineNumber(), tableName);
                rows.add(new UploadedVector(
                        cell(line, columns[0], where, "image"),
                        cell(line, columns[1], where, "class"),
                        cell(line, columns[2], where, "split"),
                        vectors[rows.size()]));
            }
        } catch (CsvParseException e) {
            throw new BadInputException("%s cannot be read as CSV (%s).".formatted(tableName, e.getMessage()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (rows.size() != vectors.length) {
            throw counts(matrixName, vectors.length, tableName, Integer.toString(rows.size()));
        }
        return rows;
    }

    private static BadInputException counts(String matrix, int vectors, String table, String lines) {
        return new BadInputException(
                "%s holds %d vectors but %s %s lines below its header; give one line for each vector."
                        .formatted(matrix, vectors, table, lines));
    }

    private static int[] columns(CsvRecord header, String table) {
        List<String> names = header.getFields().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        return COLUMNS.stream()
                .mapToInt(column -> {
                    if (!names.contains(column)) {
                        throw new BadInputException(
                                "%s has no column '%s'; its first line must name image, class and split."
                                        .formatted(table, column));
                    }
                    return names.indexOf(column);
                })
                .toArray();
    }

    private static String cell(CsvRecord line, int column, String where, String name) {
        if (column >= line.getFieldCount()) {
            throw new BadInputException("%s has no %s.".formatted(where, name));
        }
        return line.getField(column);
    }
}
