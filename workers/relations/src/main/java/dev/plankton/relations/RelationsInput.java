package dev.plankton.relations;

import dev.plankton.runtime.step.BadInputException;
import dev.plankton.runtime.store.ArtifactId;

/**
 * @param embeddings an {@code EmbeddingsManifest}
 * @param relationsEpsilon largest distance of two similar differences, exclusive
 * @param relationsBest how many relations to keep
 * @param relationsWithinClass whether a difference may join two images of one class
 * @param relationsMaxImages how many test images to search at most, 4 to 4,000
 * @param seed chooses images where there are more
 */
public record RelationsInput(
        ArtifactId embeddings,
        double relationsEpsilon,
        int relationsBest,
        boolean relationsWithinClass,
        int relationsMaxImages,
        long seed) {

    private static final int MOST_IMAGES = 4000;
    private static final int MOST_RELATIONS = 10_000;

    public RelationsInput {
        if (!(relationsEpsilon > 0) || Double.isInfinite(relationsEpsilon)) {
            throw new BadInputException("relationsEpsilon is %s; give a number above 0.".formatted(relationsEpsilon));
        }
        if (relationsBest < 1 || relationsBest > MOST_RELATIONS) {
            throw new BadInputException(
                    "relationsBest is %d; give a number from 1 to %d.".formatted(relationsBest, MOST_RELATIONS));
        }
        if (relationsMaxImages < 4 || relationsMaxImages > MOST_IMAGES) {
            throw new BadInputException(
                    "relationsMaxImages is %d; give a number from 4 to %d.".formatted(relationsMaxImages, MOST_IMAGES));
        }
    }
}
