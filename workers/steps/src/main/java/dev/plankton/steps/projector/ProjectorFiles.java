package dev.plankton.steps.projector;

import dev.plankton.contracts.formats.NpyFile;
import dev.plankton.contracts.formats.ParquetRows;
import dev.plankton.contracts.formats.VectorRow;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The files of embeddings and names, all with the same rows in the same order. */
record ProjectorFiles(Points points) {
    static final List<String> METADATA = List.of("image", "class", "split", "predicted_class", "confidence");

    /** One line per embedding: its values, separated by tabs, with enough digits to read back the same float. */
    void vectors(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            for (float[] vector : points.table().vectors()) {
                for (int i = 0; i < vector.length; i++) {
                    out.write(i == 0 ? "" : "\t");
                    out.write(Float.toString(vector[i]));
                }
                out.write('\n');
            }
        }
    }

    /** A line of column names, which the Projector needs if there are several columns, then one line per image. */
    void metadata(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(String.join("\t", METADATA) + '\n');
            for (int row = 0; row < points.size(); row++) {
                Points.Prediction prediction = points.predictions().get(row);
                out.write(String.join(
                        "\t",
                        cell(points.table().images().get(row)),
                        cell(points.className(row)),
                        points.table().splits()[row].name(),
                        cell(prediction.className()),
                        Float.toString(prediction.confidence())));
                out.write('\n');
            }
        }
    }

    void npy(Path file) throws IOException {
        NpyFile.write(points.table().vectors(), points.dimensions(), file);
    }

    void parquet(Path file) throws IOException {
        ParquetRows.write(VectorRow.class, file, Map.of(), rows -> {
            for (int row = 0; row < points.size(); row++) {
                Points.Prediction prediction = points.predictions().get(row);
                List<Float> vector = new ArrayList<>();
                for (float value : points.table().vectors()[row]) {
                    vector.add(value);
                }
                rows.add(new VectorRow(
                        points.table().images().get(row),
                        points.className(row),
                        points.table().splits()[row].name(),
                        vector,
                        prediction.className(),
                        prediction.confidence()));
            }
        });
    }

    /** The text without characters that would begin another cell or line. */
    private static String cell(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
