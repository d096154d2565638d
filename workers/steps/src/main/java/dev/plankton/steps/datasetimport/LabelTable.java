package dev.plankton.steps.datasetimport;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.plankton.contracts.BadInputException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.commons.io.input.SequenceReader;

/**
 * A table of an upload that names classes: text with a header, cells quoted or not, lines ended in any way, gzipped or
 * not, encoded as {@link TextEncoding} finds out. It is read row by row and never held in memory as a whole.
 */
final class LabelTable {
    private static final int LONGEST_ROW = 1 << 20;
    private static final int LONGEST_FAULT = 400;

    /** Is read as the last row, unless a quotation mark that is never closed swallows it. */
    private static final String END = "\uE000end of the table\uE000";

    private final String name;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Set<String> twice = new HashSet<>();
    private int width;

    private LabelTable(String name) {
        this.name = name;
    }

    /** One line of the table. */
    final class Row {
        private final CsvRecord cells;

        private Row(CsvRecord cells) {
            this.cells = cells;
        }

        /** The cell in the column of that name, without surrounding spaces. */
        String cell(String column) {
            return find(column).orElseThrow(() -> LabelTable.this.refusal("it has no column '%s'".formatted(column)));
        }

        /** The same, or empty if there is no such column. */
        Optional<String> find(String column) {
            if (twice.contains(column)) {
                throw LabelTable.this.refusal("it has the column '%s' twice".formatted(column));
            }
            return Optional.ofNullable(columns.get(column)).map(index -> cell(column, index));
        }

        private String cell(String column, int index) {
            if (index >= cells.getFieldCount()) {
                throw refusal("it has %d cells where the header has %d, so that '%s' is missing"
                        .formatted(cells.getFieldCount(), width, column));
            }
            String cell = cells.getField(index).strip();
            if (UploadPath.isTooLong(cell)) {
                throw refusal("its %s is longer than %,d bytes".formatted(column, UploadPath.MAX_BYTES));
            }
            if (cell.chars().anyMatch(Character::isISOControl)) {
                throw refusal("its %s '%s' holds control characters".formatted(column, cell));
            }
            return cell;
        }

        /** Where it is, for messages: "the table a.tsv, line 7". */
        String place() {
            return "%s, line %,d".formatted(name.replaceFirst("^The", "the"), line());
        }

        long line() {
            return cells.getStartingLineNumber();
        }

        /** The exception that says what is wrong with the line. */
        BadInputException refusal(String fault) {
            return new BadInputException("%s is wrong in line %,d: %s; correct the table and upload it again."
                    .formatted(name, line(), UploadPath.printable(fault, LONGEST_FAULT)));
        }

        /** Whether it is the line below the header in which EcoTaxa marks text columns and number columns. */
        private boolean tellsTypes() {
            return cells.getFields().stream()
                    .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                    .allMatch(cell -> cell.equals("[t]") || cell.equals("[f]"));
        }

        /** A tab or comma too many moves all cells behind it into wrong columns. */
        private void checkWidth() {
            List<String> further =
                    cells.getFields().subList(Math.min(width, cells.getFieldCount()), cells.getFieldCount());
            if (!further.stream().allMatch(String::isBlank)) {
                throw refusal("it has %d cells where the header has %d".formatted(cells.getFieldCount(), width));
            }
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
     * @param columns the columns that it must have; of each list one is enough
     * @return how its text is encoded
     * @throws BadInputException if a column is missing, the table is damaged, or it holds more than the limits allow
     */
    static TextEncoding read(
            String name, Spooled file, char separator, List<List<String>> columns, Limits limits, RowVisitor visitor)
            throws IOException, InterruptedException {
        LabelTable table = new LabelTable(name);
        return switch (file) {
            case Spooled.Empty empty -> throw table.refusal("it is empty");
            case Spooled.TooLong tooLong ->
                throw table.refusal("it is larger than %,d MB".formatted(tooLong.limit() >> 20));
            case Spooled.Whole whole -> table.read(whole, separator, columns, limits, visitor);
        };
    }

    private TextEncoding read(
            Spooled.Whole whole, char separator, List<List<String>> wanted, Limits limits, RowVisitor visitor)
            throws IOException, InterruptedException {
        try {
            TextEncoding encoding = TextEncoding.of(() -> bytes(whole, limits));
            try (Reader text = new SequenceReader(
                            encoding.read(bytes(whole, limits)), new StringReader("\n" + END + "\n"));
                    CsvReader<CsvRecord> rows = CsvReader.builder()
                            .fieldSeparator(separator)
                            .skipEmptyLines(true)
                            .allowExtraFields(true)
                            .allowMissingFields(true)
                            .maxBufferSize(LONGEST_ROW)
                            .ofCsvRecord(text)) {
                visit(rows, wanted, limits, visitor);
            }
            return encoding;
        } catch (CsvParseException e) {
            throw translated(e.getCause() == null ? e : e.getCause());
        } catch (UncheckedIOException e) {
            throw translated(e.getCause() == null ? e : e.getCause());
        } catch (ZipException | EOFException e) {
            throw translated(e);
        }
    }

    private void visit(CsvReader<CsvRecord> rows, List<List<String>> wanted, Limits limits, RowVisitor visitor)
            throws InterruptedException {
        long read = 0;
        for (CsvRecord record : rows) {
            if (Thread.interrupted()) {
                throw new InterruptedException("cancelled while a table was read");
            }
            Row row = new Row(record);
            if (record.getFields().stream().anyMatch(cell -> cell.contains(END))) {
                if (record.getFieldCount() > 1 || !record.getField(0).equals(END)) {
                    throw row.refusal("a quotation mark opens there and is never closed");
                }
                break;
            }
            if (columns.isEmpty()) {
                header(record, wanted);
            } else if (read > 0 || !row.tellsTypes()) {
                row.checkWidth();
                visitor.visit(row);
                read++;
            }
            if (read > limits.files()) {
                throw refusal("it has more than %,d rows".formatted(limits.files()));
            }
        }
        if (columns.isEmpty()) {
            throw refusal("it has no header");
        }
    }

    private void header(CsvRecord record, List<List<String>> wanted) {
        width = record.getFieldCount();
        for (int i = 0; i < width; i++) {
            String column = record.getField(i).strip().toLowerCase(Locale.ROOT);
            if (columns.putIfAbsent(column, i) != null) {
                twice.add(column);
            }
        }
        List<String> missing = wanted.stream()
                .filter(alternatives -> alternatives.stream().noneMatch(columns::containsKey))
                .map(alternatives -> "'" + String.join("' or '", alternatives) + "'")
                .toList();
        if (!missing.isEmpty()) {
            throw refusal("it has no column " + String.join(", and none called ", missing));
        }
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

    private InputStream bytes(Spooled.Whole whole, Limits limits) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(whole.file()));
        try {
            return BoundedInputStream.builder()
                    .setInputStream(unzipped(raw))
                    .setMaxCount(limits.unsuspiciousBytes())
                    .setOnMaxCount((most, count) -> {
                        throw refusal("it holds more than %,d MB".formatted(most >> 20));
                    })
                    .get();
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private static InputStream unzipped(InputStream raw) throws IOException {
        raw.mark(2);
        boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        return gzip ? new GZIPInputStream(raw) : raw;
    }

    private BadInputException refusal(String fault) {
        return new BadInputException("%s cannot be used: %s; correct the table and upload it again."
                .formatted(name, UploadPath.printable(fault, LONGEST_FAULT)));
    }
}
