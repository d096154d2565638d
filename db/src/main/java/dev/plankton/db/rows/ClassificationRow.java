package dev.plankton.db.rows;

import dev.plankton.contracts.formats.UnseenMeasures;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.RunId;
import java.util.List;

/**
 * New images that a run classified.
 *
 * @param name the name under which they were uploaded
 * @param far how many have a score above the threshold
 * @param score what that is
 */
public record ClassificationRow(
        RunId runId,
        ArtifactId modelId,
        String name,
        int images,
        int far,
        double threshold,
        UnseenMeasures.Score score,
        List<ClassCount> classes) {

    /** The images given one class. */
    public record ClassCount(String name, int images, int far, double meanConfidence) {}

    public ClassificationRow {
        classes = List.copyOf(classes);
    }
}
