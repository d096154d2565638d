package dev.plankton.db.rows;

import java.util.List;

/**
 * The classifier of a run (SPEC 6), measured on test images.
 *
 * @param classifier artifact id of the model
 * @param round the checkpoint whose embeddings it was trained on
 * @param bestEpoch the epoch that was kept, from 1
 * @param confusion counts on test images, only those over 0
 */
public record ClassifierRow(
        String runId,
        String classifier,
        int round,
        int bestEpoch,
        double validationAccuracy,
        double testAccuracy,
        double macroF1,
        List<ClassScore> perClass,
        List<ConfusionCell> confusion) {

    /** One class on test images. */
    public record ClassScore(String name, int images, double precision, double recall, double f1) {}

    public ClassifierRow {
        perClass = List.copyOf(perClass);
        confusion = List.copyOf(confusion);
    }
}
