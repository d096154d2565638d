package dev.plankton.projector;

import dev.plankton.runtime.formats.EmbeddingTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Embeddings with what the classifier says of each.
 *
 * @param predictions one for each row of the table
 */
record Points(EmbeddingTable table, List<Prediction> predictions) {

    /** The likeliest class and its probability. */
    record Prediction(String className, float confidence) {}

    Points {
        predictions = List.copyOf(predictions);
    }

    /** @param probabilities shape rows x classes; of equally likely classes the first is taken */
    static Points of(EmbeddingTable table, float[][] probabilities) {
        List<Prediction> predictions = new ArrayList<>();
        for (float[] row : probabilities) {
            int likeliest = 0;
            for (int c = 1; c < row.length; c++) {
                likeliest = row[c] > row[likeliest] ? c : likeliest;
            }
            predictions.add(new Prediction(table.classes().get(likeliest), row[likeliest]));
        }
        return new Points(table, predictions);
    }

    int size() {
        return table.size();
    }

    /** Length of an embedding. */
    int dimensions() {
        return size() == 0 ? 0 : table.vectors()[0].length;
    }

    String className(int row) {
        return table.classes().get(table.labels()[row]);
    }
}
