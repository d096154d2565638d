package dev.plankton.steps.newimages;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table for EcoTaxa's import with update, which changes existing objects. EcoTaxa takes a table for Latin-1 unless it
 * begins with the mark of UTF-8, and undoes quotation marks as in CSV. It finds an object by its name (object_id). A column
 * that it does not know becomes a free column of the project.
 */
public final class EcoTaxaTable {
    private static final char MARK = '\uFEFF';

    /** A column and EcoTaxa's type of it: [t] for text, [f] for numbers. */
    public record Column(String name, String type) {}

    private static final List<Column> OBJECT =
            List.of(new Column("img_file_name", "[t]"), new Column("object_id", "[t]"));

    /** What is said of an object. @param cells one for each further column */
    public record Row(ShownObject object, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        private List<String> all() {
            String source = object.source();
            return Stream.concat(
                            Stream.of(source.substring(source.lastIndexOf('/') + 1), object.objectId()), cells.stream())
                    .toList();
        }
    }

    private EcoTaxaTable() {}

    /** @param columns further columns, after those that name the object */
    public static void write(Path file, List<Column> columns, Iterable<Row> rows) throws IOException {
        List<Column> all = Stream.concat(OBJECT.stream(), columns.stream()).toList();
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(MARK);
            CsvWriter table = CsvWriter.builder()
                    .fieldSeparator('\t')
                    .lineDelimiter(LineDelimiter.LF)
                    .quoteStrategy(QuoteStrategies.ALWAYS)
                    .build(out);
            table.writeRecord(all.stream().map(Column::name).toList());
            table.writeRecord(all.stream().map(Column::type).toList());
            rows.forEach(row -> table.writeRecord(row.all()));
            table.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
