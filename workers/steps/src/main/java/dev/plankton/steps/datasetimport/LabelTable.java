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
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.commons.io.input.SequenceReader;
import org.jspecify.annotations.Nullable;

/**
 * A table of an upload that names classes: text with a header, cells quoted or not, lines ended in any way, gzipped or
 * not, encoded as {@link TextEncoding} finds out. It is read row by row and never held in memory as a whole.
 */
final class LabelTable {
    private static final int LONGEST_ROW = 1 << 20;

    /** Is read as the last row, unless a quotation mark that is never closed swallows it. */
    private static final String END = "\uE000end of the table\uE000";

    private final String name;
    private final List<List<String>> wanted;
    private final Limits limits;
    private final RowVisitor visitor;

    private LabelTable(String name, List<List<String>> wanted, Limits limits, RowVisitor visitor) {
        this.name = name;
        this.wanted = wanted;
        this.limits = limits;
        this.visitor = visitor;
    }

    /** Receives one row. */
    interface RowVisitor {
        void visit(TableRow row);
    }

    /**
     * Visits all rows of a table.
     *
     * @param path the table
     * @param columns the columns that it must have; of each list one is enough
     * @return what to tell the user about the encoding of its text, if anything
     * @throws BadInputException if a column is missing, the table is damaged, or it holds more than the limits allow
     */
    static Optional<String> read(
            UploadPath path,
            Spooled file,
            char separator,
            List<List<String>> columns,
            Limits limits,
            RowVisitor visitor)
            throws IOException, InterruptedException {
        LabelTable table = new LabelTable("The table " + path, columns, limits, visitor);
        return switch (file) {
            case Spooled.Empty empty -> throw table.refusal("it is empty");
            case Spooled.TooLong tooLong ->
                throw table.refusal("it is larger than %,d MB".formatted(tooLong.limit() >> 20));
            case Spooled.Whole whole -> table.read(whole, separator).remark(path.toString());
        };
    }

    private TextEncoding read(Spooled.Whole whole, char separator) throws IOException, InterruptedException {
        try {
            TextEncoding encoding = TextEncoding.of(() -> bytes(whole));
            try (Reader text = new SequenceReader(encoding.read(bytes(whole)), new StringReader("\n" + END + "\n"));
                    CsvReader<CsvRecord> rows = CsvReader.builder()
                            .fieldSeparator(separator)
                            .skipEmptyLines(true)
                            .allowExtraFields(true)
                            .allowMissingFields(true)
                            .maxBufferSize(LONGEST_ROW)
                            .ofCsvRecord(text)) {
                visit(rows);
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

    private void visit(CsvReader<CsvRecord> rows) throws InterruptedException {
        TableHeader header = null;
        long read = 0;
        for (CsvRecord record : rows) {
            if (Thread.interrupted()) {
                throw new InterruptedException("cancelled while a table was read");
            }
            if (isEnd(header, record)) {
                break;
            }
            if (header == null) {
                header = TableHeader.of(name, record.getFields(), wanted);
                continue;
            }
            TableRow row = new TableRow(header, record.getStartingLineNumber(), record.getFields());
            if (read == 0 && row.tellsTypes()) {
                continue;
            }
            row.checkWidth();
            visitor.visit(row);
            read++;
            if (read > limits.files()) {
                throw refusal("it has more than %,d rows".formatted(limits.files()));
            }
        }
        if (header == null) {
            throw refusal("it has no header");
        }
    }

    private boolean isEnd(@Nullable TableHeader header, CsvRecord record) {
        if (record.getFields().stream().noneMatch(cell -> cell.contains(END))) {
            return false;
        }
        if (record.getFieldCount() > 1 || !record.getField(0).equals(END)) {
            String fault = "a quotation mark opens there and is never closed";
            throw header == null ? refusal(fault) : header.refusal(record.getStartingLineNumber(), fault);
        }
        return true;
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

    private InputStream bytes(Spooled.Whole whole) throws IOException {
        InputStream raw = new BufferedInputStream(whole.copy().open());
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
        return TableHeader.refusal(name, fault);
    }
}
