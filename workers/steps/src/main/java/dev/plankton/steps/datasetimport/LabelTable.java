package dev.plankton.steps.datasetimport;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.plankton.contracts.BadInputException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.io.input.BoundedInputStream;

/**
 * A table of an upload that names classes: UTF-8 text with a header, cells quoted or not, gzipped or not. It is read
 * row by row and never held in memory as a whole.
 */
final class LabelTable {
    private static final int LONGEST_ROW = 1 << 20;

    private final String name;
    private final Map<String, Integer> columns = new HashMap<>();

    private LabelTable(String name) {
        this.name = name;
    }

    /** One line of the table. */
    final class Row {
        private final CsvRecord cells;

        private Row(CsvRecord cells) {
            this.cells = cells;
        }

        /** The cell in the column of that name, without surrounding spaces; blank if the line is too short. */
        String cell(String column) {
            return find(column).orElseThrow(() -> missing(column));
        }

        /** The same, or empty if there is no such column. */
        Optional<String> find(String column) {
            return Optional.ofNullable(columns.get(column))
                    .map(index -> index < cells.getFieldCount()
                            ? cells.getField(index).strip()
                            : "");
        }

        /** The exception that says what is wrong with the line. */
        BadInputException refusal(String fault) {
            return new BadInputException("%s is wrong in line %,d: %s; correct the table and upload it again."
                    .formatted(name, cells.getStartingLineNumber(), UploadPath.printable(fault)));
        }

        /** Whether it is the line below the header in which EcoTaxa marks text columns and number columns. */
        private boolean tellsTypes() {
            return cells.getFields().stream().allMatch(cell -> cell.equals("[t]") || cell.equals("[f]"));
        }
    }

    /** Receives one row. */
    interface RowVisitor {
        void visit(Row row);
    }

    /**
     * Visits all rows of a table.
     *
     * @param name what messages call the table
     * @param columns the columns that it must have
     * @throws BadInputException if a column is missing, the table is damaged, or it unpacks to more than the limits
     *     allow
     */
    static void read(String name, Spooled file, char separator, List<String> columns, Limits limits, RowVisitor visitor)
            throws IOException {
        LabelTable table = new LabelTable(name);
        switch (file) {
            case Spooled.Empty empty -> throw table.refusal("it is empty");
            case Spooled.TooLong tooLong ->
                throw table.refusal("it is larger than %,d MB".formatted(tooLong.limit() >> 20));
            case Spooled.Whole whole -> table.read(whole, separator, columns, limits, visitor);
        }
    }

    private void read(Spooled.Whole whole, char separator, List<String> wanted, Limits limits, RowVisitor visitor)
            throws IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(whole.file()));
                InputStream text = BoundedInputStream.builder()
                        .setInputStream(unzipped(raw))
                        .setMaxCount(limits.unsuspiciousBytes())
                        .setOnMaxCount((most, count) -> {
                            throw refusal("it holds more than %,d MB".formatted(most >> 20));
                        })
                        .get();
                CsvReader<CsvRecord> rows = CsvReader.builder()
                        .fieldSeparator(separator)
                        .detectBomHeader(true)
                        .skipEmptyLines(true)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .allowExtraCharsAfterClosingQuote(true)
                        .maxBufferSize(LONGEST_ROW)
                        .ofCsvRecord(text, StandardCharsets.UTF_8)) {
            boolean first = true;
            for (CsvRecord record : rows) {
                Row row = new Row(record);
                if (columns.isEmpty()) {
                    header(record, wanted);
                } else if (!first || !row.tellsTypes()) {
                    visitor.visit(row);
                    first = false;
                }
            }
        } catch (CsvParseException e) {
            throw translated(e.getCause() == null ? e : e.getCause());
        } catch (UncheckedIOException e) {
            throw translated(e.getCause() == null ? e : e.getCause());
        } catch (ZipException | EOFException e) {
            throw translated(e);
        }
        if (columns.isEmpty()) {
            throw refusal("it has no header");
        }
    }

    private void header(CsvRecord record, List<String> wanted) {
        for (int i = 0; i < record.getFieldCount(); i++) {
            columns.putIfAbsent(record.getField(i).strip().toLowerCase(Locale.ROOT), i);
        }
        wanted.stream()
                .filter(column -> !columns.containsKey(column))
                .findFirst()
                .ifPresent(column -> {
                    throw missing(column);
                });
    }

    /** The user must correct a damaged table; a fault of the disk may be gone at the next try. */
    private BadInputException translated(Throwable cause) throws IOException {
        return switch (cause) {
            case BadInputException refusal -> refusal;
            case ZipException damaged -> refusal("it cannot be unpacked (%s)".formatted(damaged.getMessage()));
            case EOFException cut -> refusal("it ends too early");
            case CsvParseException wrong -> refusal("it is not a table (%s)".formatted(wrong.getMessage()));
            case IOException passing -> throw passing;
            default -> throw new IllegalStateException(cause);
        };
    }

    private static InputStream unzipped(InputStream raw) throws IOException {
        raw.mark(2);
        boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        return gzip ? new GZIPInputStream(raw) : raw;
    }

    private BadInputException missing(String column) {
        return refusal("it has no column '%s'".formatted(column));
    }

    private BadInputException refusal(String fault) {
        return new BadInputException("%s cannot be used: %s; correct the table and upload it again."
                .formatted(name, UploadPath.printable(fault)));
    }
}
