package dev.plankton.db.rows;

import dev.plankton.contracts.ids.ArtifactId;
import java.util.List;

/**
 * A preprocessed dataset.
 *
 * @param datasetId its manifest
 * @param side height and width of its images in pixels
 */
public record DatasetRow(ArtifactId datasetId, String name, int side, List<ClassCount> classes, List<LeftOut> leftOut) {

    /** Images of one class in each split. @param unseen images of a class that is held out, which has no others */
    public record ClassCount(String name, int train, int validation, int test, int unseen) {}

    /** An image that was left out, and why. */
    public record LeftOut(String source, String reason) {}

    public DatasetRow {
        classes = List.copyOf(classes);
        leftOut = List.copyOf(leftOut);
    }
}
