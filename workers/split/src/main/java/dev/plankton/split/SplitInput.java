package dev.plankton.split;

import dev.plankton.runtime.step.BadInputException;
import dev.plankton.runtime.store.ArtifactId;
import java.util.Map;
import java.util.TreeMap;

/**
 * @param imported artifact id of the {@link dev.plankton.runtime.formats.ImportManifest}
 * @param shards what preprocessing made of its shards, by task reference name
 * @param side height and width of preprocessed images in pixels
 * @param validationPerClass images of each class to validate on
 * @param testPerClass images of each class to test on
 * @param smallClassFraction largest share of a class that either of them takes; at least 1 image each is taken
 * @param maxLeftOutFraction largest share of all images that may be left out
 * @param seed decides which images are taken
 */
public record SplitInput(
        ArtifactId imported,
        Map<String, Shard> shards,
        int side,
        int validationPerClass,
        int testPerClass,
        double smallClassFraction,
        double maxLeftOutFraction,
        long seed) {

    /**
     * @param shard position of the shard in the import
     * @param images the {@link dev.plankton.runtime.formats.ImageShard}
     * @param preprocessed the {@link dev.plankton.runtime.formats.PreprocessedShard}
     */
    public record Shard(int shard, ArtifactId images, ArtifactId preprocessed) {}

    public SplitInput {
        if (imported == null || shards == null || shards.containsValue(null)) {
            throw new BadInputException("imported and shards must name what import and preprocessing have written.");
        }
        if (validationPerClass < 1 || testPerClass < 1) {
            throw new BadInputException("validationPerClass and testPerClass must be at least 1, not %d and %d."
                    .formatted(validationPerClass, testPerClass));
        }
        if (!(smallClassFraction > 0 && smallClassFraction < 0.5)) {
            throw new BadInputException(
                    "smallClassFraction must be over 0 and under 0.5, not %s.".formatted(smallClassFraction));
        }
        if (!(maxLeftOutFraction >= 0 && maxLeftOutFraction <= 1)) {
            throw new BadInputException(
                    "maxLeftOutFraction must be from 0 to 1, not %s.".formatted(maxLeftOutFraction));
        }
        shards = new TreeMap<>(shards);
    }
}
