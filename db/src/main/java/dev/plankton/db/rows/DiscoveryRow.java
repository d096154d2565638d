package dev.plankton.db.rows;

import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.RunId;
import java.util.List;
import java.util.Optional;

/**
 * New images that a run put into groups. Images with the same bytes count once.
 *
 * @param name the name under which they were uploaded
 * @param far how many lie far from all labelled images
 * @param taken how many images groups were looked for among
 * @param sampled how many of these were clustered
 * @param grouped how many are in a group
 * @param cut where the hierarchy was cut; empty if the number of groups was given
 */
public record DiscoveryRow(
        RunId runId,
        ArtifactId modelId,
        String name,
        int images,
        int far,
        int taken,
        int sampled,
        int grouped,
        Optional<Cut> cut,
        List<Group> groups) {

    /**
     * A cut.
     *
     * @param spread the largest spread of a group
     * @param agreement adjusted Rand index of groups of validation images and their classes
     */
    public record Cut(double spread, double agreement) {}

    /**
     * A group.
     *
     * @param meanDistance mean distance of its images to their mean
     * @param nearestClass the known class with the nearest mean
     * @param classDistance distance of the group's mean to that of the class
     */
    public record Group(String name, int images, double meanDistance, String nearestClass, double classDistance) {}

    public DiscoveryRow {
        groups = List.copyOf(groups);
    }
}
