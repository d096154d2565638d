package dev.plankton.steps.predict;

import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.numerics.measures.NearestNeighbours.Neighbour;
import dev.plankton.steps.newimages.ShownObject;
import java.util.List;
import java.util.Set;

/**
 * The prediction for one uploaded object.
 *
 * @param image its image; the source is that of this object's own file
 * @param object what the upload says of it
 * @param className the predicted class
 * @param confidence the classifier's probability of that class
 * @param distance mean distance to the neighbours
 * @param score the higher, the less a class claims the image
 * @param far whether the score is above the threshold: then the class is doubtful, whatever the confidence
 * @param neighbours the nearest labelled images
 */
record Prediction(
        DatasetManifest.Image image,
        ShownObject object,
        String className,
        double confidence,
        double distance,
        double score,
        boolean far,
        List<Neighbour> neighbours) {

    /** Whether a person has said in EcoTaxa what it is, or that it is not what was predicted. */
    boolean reviewed() {
        return REVIEWED.contains(object.status());
    }

    private static final Set<String> REVIEWED = Set.of("validated", "dubious", "discarded");
}
