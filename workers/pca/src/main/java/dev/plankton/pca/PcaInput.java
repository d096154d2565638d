package dev.plankton.pca;

import dev.plankton.runtime.step.BadInputException;
import dev.plankton.runtime.store.ArtifactId;

/**
 * @param embeddings an {@code EmbeddingsManifest}
 * @param pcaImagesPerClass how many test images of each class to show, at least 1
 * @param pcaFramesBetween how many frames lie between two checkpoints in the film, 0 for one still per checkpoint
 * @param pcaTurn by how many degrees the view turns from one checkpoint to the next in the film, 0 to 360
 * @param seed chooses the images
 */
public record PcaInput(ArtifactId embeddings, int pcaImagesPerClass, int pcaFramesBetween, int pcaTurn, long seed) {
    private static final int MOST_IMAGES = 1_000;
    private static final int MOST_FRAMES = 120;
    private static final int WHOLE_TURN = 360;

    public PcaInput {
        if (pcaImagesPerClass < 1 || pcaImagesPerClass > MOST_IMAGES) {
            throw new BadInputException(
                    "pcaImagesPerClass is %d; give a number from 1 to %d.".formatted(pcaImagesPerClass, MOST_IMAGES));
        }
        if (pcaFramesBetween < 0 || pcaFramesBetween > MOST_FRAMES) {
            throw new BadInputException(
                    "pcaFramesBetween is %d; give a number from 0 to %d.".formatted(pcaFramesBetween, MOST_FRAMES));
        }
        if (pcaTurn < 0 || pcaTurn > WHOLE_TURN) {
            throw new BadInputException("pcaTurn is %d; give a number from 0 to %d.".formatted(pcaTurn, WHOLE_TURN));
        }
    }
}
