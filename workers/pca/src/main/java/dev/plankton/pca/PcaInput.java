package dev.plankton.pca;

import dev.plankton.runtime.step.BadInputException;
import dev.plankton.runtime.store.ArtifactId;

/**
 * @param embeddings an {@code EmbeddingsManifest}
 * @param pcaImagesPerClass how many test images of each class to show, at least 1
 * @param pcaFramesBetween how many frames lie between two checkpoints in the film, 0 for one still per checkpoint
 * @param seed chooses the images
 */
public record PcaInput(ArtifactId embeddings, int pcaImagesPerClass, int pcaFramesBetween, long seed) {
    private static final int MOST_IMAGES = 1000;
    private static final int MOST_FRAMES = 100;

    public PcaInput {
        if (pcaImagesPerClass < 1 || pcaImagesPerClass > MOST_IMAGES) {
            throw new BadInputException(
                    "pcaImagesPerClass is %d; give a number from 1 to %d.".formatted(pcaImagesPerClass, MOST_IMAGES));
        }
        if (pcaFramesBetween < 0 || pcaFramesBetween > MOST_FRAMES) {
            throw new BadInputException(
                    "pcaFramesBetween is %d; give a number from 0 to %d.".formatted(pcaFramesBetween, MOST_FRAMES));
        }
    }
}
