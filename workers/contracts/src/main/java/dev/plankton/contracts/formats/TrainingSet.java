package dev.plankton.contracts.formats;

import dev.plankton.contracts.ids.ArtifactId;
import java.util.List;

/**
 * A balanced draw from a dataset's training images (SPEC 2), stored as a JSON artifact of kind "training-set".
 *
 * @param dataset the {@link DatasetManifest}
 * @param seed the seed of the draw
 * @param samples the draw; {@code imagesPerClass} for each class
 */
public record TrainingSet(ArtifactId dataset, long seed, List<Sample> samples) {

    /**
     * @param image index into {@link DatasetManifest#images}
     * @param symmetry 0 to 7: bits 0 and 1 count quarter turns counter-clockwise; with bit 2 set, the image is mirrored
     *     left to right before it is turned
     */
    public record Sample(int image, int symmetry) {}

    public TrainingSet {
        samples = List.copyOf(samples);
    }
}
