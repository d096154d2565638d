package dev.plankton.runtime.formats;

import dev.plankton.runtime.store.ArtifactId;
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
     * @param symmetry 0 to 7: bits 0 and 1 count quarter turns counter-clockwise, bit 2 mirrors left to right first
     */
    public record Sample(int image, int symmetry) {}

    public TrainingSet {
        samples = List.copyOf(samples);
    }
}
