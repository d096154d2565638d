package dev.plankton.steps.kit;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The predictions for EcoTaxa's import with update: existing objects get the category as a prediction that a person must
 * validate. An additional column holds the probability. EcoTaxa takes a table for Latin-1 unless it begins with the mark
 * of UTF-8, and undoes quotation marks as in CSV.
 *
 * <p>An object that a person has reviewed becomes a prediction again by the update, and the reviewer's name is deleted. Who
 * writes a table decides whether such objects are in it, and tells its reader.
 */
public final class EcoTaxaTable {
    private static final char MARK = '\uFEFF';

    /**
     * The prediction for one object.
     *
     * @param source path of its image in the upload
     * @param objectId EcoTaxa's object_id
     * @param className the predicted category
     * @param probability of that category, 0 to 1
     */
    public record Row(String source, String objectId, String className, double probability) {}

    private EcoTaxaTable() {}

    public static void write(Path file, Iterable<Row> rows) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(MARK);
            CsvWriter table = CsvWriter.builder()
                    .fieldSeparator('\t')
                    .lineDelimiter(LineDelimiter.LF)
                    .quoteStrategy(QuoteStrategies.ALWAYS)
                    .build(out);
            table.writeRecord(
                    "img_file_name",
                    "object_id",
                    "object_annotation_category",
                    "object_annotation_status",
                    "object_score");
            table.writeRecord("[t]", "[t]", "[t]", "[t]", "[f]");
            for (Row row : rows) {
                table.writeRecord(
                        row.source().substring(row.source().lastIndexOf('/') + 1),
                        row.objectId(),
                        row.className(),
                        "predicted",
                        Double.toString(row.probability()));
            }
            table.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
