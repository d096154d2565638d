package dev.plankton.steps.labelcheck;

import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.numerics.labels.LikelyError;
import dev.plankton.steps.images.DatasetImages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a check of labels found, stored as a JSON artifact of kind "label-check".
 *
 * @param round the round of the checkpoint whose embeddings were used
 * @param labelled training and validation images
 * @param checked those among them that were checked
 * @param sampled whether there were so many that a sample was checked
 * @param alone classes with one image, which cannot be checked
 * @param errors all images whose label is likely wrong, the likeliest first
 */
record LabelCheckResult(
        int round, int labelled, int checked, boolean sampled, List<String> alone, List<Suspect> errors) {

    /**
     * An image whose label is likely wrong.
     *
     * @param image SHA-256 of the source file's bytes in hexadecimal
     * @param source path of the source file, relative to the dataset
     * @param objectId its name in EcoTaxa; blank if it has none, or it is not known
     * @param given the class of its label
     * @param proposed the class that classifier and neighbours agree on
     * @param probability that of the proposed class, 0 to 1
     * @param share of its neighbours that are of the proposed class
     */
    record Suspect(
            String image,
            String source,
            String objectId,
            String given,
            String proposed,
            double probability,
            double probabilityOfGiven,
            double share) {}

    LabelCheckResult {
        alone = List.copyOf(alone);
        errors = List.copyOf(errors);
    }

    /** @param found the likely errors; their rows are those of the checked images */
    static LabelCheckResult of(
            int round, CheckedImages images, List<LikelyError> found, DatasetImages dataset, UploadedObjects objects)
            throws IOException {
        EmbeddingTable table = images.table();
        List<Suspect> errors = new ArrayList<>();
        for (LikelyError error : found) {
            String key = table.images().get(error.row());
            errors.add(new Suspect(
                    key,
                    dataset.image(key).source(),
                    objects.name(key),
                    table.classes().get(error.given()),
                    table.classes().get(error.proposed()),
                    error.probability(),
                    error.probabilityOfGiven(),
                    error.share()));
        }
        return new LabelCheckResult(round, images.labelled(), table.size(), images.sampled(), images.alone(), errors);
    }
}
