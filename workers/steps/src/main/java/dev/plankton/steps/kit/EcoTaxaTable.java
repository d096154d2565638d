package dev.plankton.steps.kit;

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

    /**
     * The columns of a prediction: existing objects get the category as one that a person must validate, and a free column
     * holds the probability. An object that a person has reviewed becomes a prediction again, and the reviewer's name is
     * deleted. Who writes a table decides whether such objects are in it, and tells its reader.
     */
    public static final List<Column> PREDICTION = List.of(
            new Column("object_annotation_category", "[t]"),
            new Column("object_annotation_status", "[t]"),
            new Column("object_score", "[f]"));

    /**
     * What is said of an object.
     *
     * @param source path of its image in the upload
     * @param objectId EcoTaxa's object_id
     * @param cells one for each further column
     */
    public record Row(String source, String objectId, List<String> cells) {
        /** A row for the columns {@link #PREDICTION}. @param probability of the category, 0 to 1 */
        public static Row prediction(String source, String objectId, String category, double probability) {
            return new Row(source, objectId, List.of(category, "predicted", Double.toString(probability)));
        }

        public Row {
            cells = List.copyOf(cells);
        }

        private List<String> all() {
            return Stream.concat(Stream.of(source.substring(source.lastIndexOf('/') + 1), objectId), cells.stream())
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
