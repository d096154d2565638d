package dev.plankton.db.rows;

import dev.plankton.contracts.ids.RunId;
import java.util.List;

/**
 * The labels of a run's images that were compared with what classifier and neighbours say.
 *
 * @param round the checkpoint whose embeddings were used
 * @param labelled training and validation images
 * @param checked those among them that were checked
 * @param errors all likely errors, the likeliest first
 */
public record LabelCheckRow(RunId runId, int round, int labelled, int checked, List<LikelyError> errors) {

    /**
     * An image whose label is likely wrong.
     *
     * @param image SHA-256 of the source file's bytes in hexadecimal
     * @param source where it came from, relative to the dataset
     * @param objectId its name in EcoTaxa; blank if it has none
     * @param probability that of the proposed class, 0 to 1
     * @param share of its neighbours that are of the proposed class
     */
    public record LikelyError(
            String image,
            String source,
            String objectId,
            String given,
            String proposed,
            double probability,
            double probabilityOfGiven,
            double share) {}

    public LabelCheckRow {
        errors = List.copyOf(errors);
    }
}
