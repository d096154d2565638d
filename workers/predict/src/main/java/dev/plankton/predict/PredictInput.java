package dev.plankton.predict;

import dev.plankton.runtime.step.BadInputException;
import dev.plankton.runtime.store.ArtifactId;
import java.util.Map;
import java.util.TreeMap;

/**
 * @param model a {@link dev.plankton.runtime.formats.ModelManifest}
 * @param imported an {@link dev.plankton.runtime.formats.ImportManifest} of images without labels
 * @param shards what preprocessing made of its shards
 * @param side height and width of the preprocessed images in pixels
 * @param engine what computes embeddings: onnx-runtime, dl4j or fastest
 * @param farQuantile share of the model's validation images that count as near; new images farther than these are flagged
 * @param sheetImages images on the contact sheet of a class at most
 */
public record PredictInput(
        ArtifactId model,
        ArtifactId imported,
        Map<String, Shard> shards,
        int side,
        String engine,
        double farQuantile,
        int sheetImages) {
    private static final int MOST_ON_A_SHEET = 400;

    /**
     * @param shard position of the shard in the import
     * @param images the {@link dev.plankton.runtime.formats.ImageShard}
     * @param preprocessed the {@link dev.plankton.runtime.formats.PreprocessedShard}
     */
    public record Shard(int shard, ArtifactId images, ArtifactId preprocessed) {}

    public PredictInput {
        if (shards == null || shards.containsValue(null)) {
            throw new BadInputException("shards must name what preprocessing has written.");
        }
        if (!(farQuantile > 0 && farQuantile < 1)) {
            throw new BadInputException("farQuantile must be over 0 and under 1, not %s.".formatted(farQuantile));
        }
        if (sheetImages < 1 || sheetImages > MOST_ON_A_SHEET) {
            throw new BadInputException(
                    "sheetImages must be from 1 to %d, not %d.".formatted(MOST_ON_A_SHEET, sheetImages));
        }
        shards = new TreeMap<>(shards);
    }
}
