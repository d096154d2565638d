package dev.plankton.predict;

import dev.plankton.predict.Neighbours.Neighbour;
import dev.plankton.runtime.formats.DatasetManifest;
import java.util.List;

/**
 * What is said of one new image.
 *
 * @param className the class that the classifier names
 * @param confidence the probability that it gives to that class
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
