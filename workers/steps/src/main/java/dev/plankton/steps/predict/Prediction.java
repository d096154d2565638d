package dev.plankton.steps.predict;

import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.numerics.measures.NearestNeighbours.Neighbour;
import java.util.List;

/**
 * The prediction for one new image.
 *
 * @param className the predicted class
 * @param confidence the classifier's probability of that class
 * @param distance mean distance to the neighbours
 * @param far whether the distance is above the threshold: then the class is doubtful, whatever the confidence
 * @param neighbours the nearest labelled images
 */
record Prediction(
        DatasetManifest.Image image,
        String objectId,
        String className,
        double confidence,
        double distance,
        boolean far,
        List<Neighbour> neighbours) {}
