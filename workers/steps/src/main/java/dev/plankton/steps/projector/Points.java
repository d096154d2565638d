package dev.plankton.steps.projector;

import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.numerics.selection.Selection;
import java.util.ArrayList;
import java.util.List;

/**
 * Embeddings with the classifier's prediction for each.
 *
 * @param predictions one for each row of the table
 */
record Points(EmbeddingTable table, List<Prediction> predictions) {

    /** The most probable class and its probability. */
    record Prediction(String className, float confidence) {}

    Points {
        predictions = List.copyOf(predictions);
    }

    /** @param probabilities shape rows x classes; of equally probable classes the first is taken */
    static Points of(EmbeddingTable table, float[][] probabilities) {
        List<Prediction> predictions = new ArrayList<>();
        for (float[] row : probabilities) {
            int likeliest = Selection.largest(row);
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
