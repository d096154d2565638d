package dev.plankton.steps.kit;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Tables as CSV (RFC 4180, but lines end in a bare line feed): UTF-8, cells quoted where needed. */
public final class Csv {
    private Csv() {}

    /** Creates the file and writes its first line, the names of the columns. */
    public static CsvWriter create(Path file, List<String> columns) throws IOException {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file).writeRecord(columns);
    }

    /** Writes a whole table. Each row has as many cells as there are columns. */
    public static Path write(Path file, List<String> columns, Iterable<List<String>> rows) throws IOException {
        try (CsvWriter csv = create(file, columns)) {
            rows.forEach(csv::writeRecord);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return file;
    }
}
