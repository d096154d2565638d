package dev.plankton.steps.kit;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tables as CSV (RFC 4180, but lines end in a bare line feed): UTF-8, cells quoted where needed. A cell of text that a
 * spreadsheet would take for a formula gets an apostrophe in front; numbers stay as they are.
 */
public final class Csv {
    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final Pattern NUMBER =
            Pattern.compile("[-+](?:[0-9]++(?:\\.[0-9]*+)?|\\.[0-9]++)(?:[eE][-+]?[0-9]++)?|[-+]Infinity");

    private Csv() {}

    /** Writes a whole table. Each row has as many cells as there are columns. */
    public static Path write(Path file, List<String> columns, Iterable<List<String>> rows) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
            csv.writeRecord(harmless(columns));
            rows.forEach(row -> csv.writeRecord(harmless(row)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return file;
    }

    private static List<String> harmless(List<String> cells) {
        return cells.stream().map(Csv::harmless).toList();
    }

    private static String harmless(String cell) {
        boolean formula = !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0;
        return formula && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }
}
