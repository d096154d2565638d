package dev.plankton.steps.predict;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The predictions for EcoTaxa's import with update: existing objects get the category as a prediction that a person must
 * validate. An additional column holds the probability. EcoTaxa takes a table for Latin-1 unless it begins with the mark
 * of UTF-8, and undoes quotation marks as in CSV.
 *
 * <p>Objects that a person has reviewed are not in it unless asked for: the update would make them predictions again and
 * delete the reviewer's name.
 */
final class EcoTaxaTable {
    private static final char MARK = '\uFEFF';

    private EcoTaxaTable() {}

    static void write(Path file, List<Prediction> predictions, boolean writeReviewed) throws IOException {
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
            for (Prediction prediction : predictions) {
                if (writeReviewed || !prediction.reviewed()) {
                    String source = prediction.image().source();
                    table.writeRecord(
                            source.substring(source.lastIndexOf('/') + 1),
                            prediction.object().objectId(),
                            prediction.className(),
                            "predicted",
                            Double.toString(prediction.confidence()));
                }
            }
            table.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
