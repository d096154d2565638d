package dev.plankton.steps.projector;

import dev.plankton.contracts.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the Embedding Projector which files belong together. The Projector reads this in two formats: JSON on
 * projector.tensorflow.org, and the text form of the protocol buffer {@code projector_config.proto} in TensorBoard.
 *
 * @param cell height and width in pixels of an image in the sprite, if there is a sprite
 */
record ProjectorConfig(int images, int dimensions, Optional<Integer> cell) {
    static final String VECTORS = "vectors.tsv";
    static final String METADATA = "metadata.tsv";
    static final String SPRITE = "sprite.png";

    private static final String NAME = "embeddings";

    String json() {
        Map<String, Object> embedding = new LinkedHashMap<>();
        embedding.put("tensorName", NAME);
        embedding.put("tensorShape", List.of(images, dimensions));
        embedding.put("tensorPath", VECTORS);
        embedding.put("metadataPath", METADATA);
        cell.ifPresent(
                side -> embedding.put("sprite", Map.of("imagePath", SPRITE, "singleImageDim", List.of(side, side))));
        return Json.text(Map.of("embeddings", List.of(embedding)));
    }

    String text() {
        String sprite = cell.map(side -> """
                  sprite {
                    image_path: "%s"
                    single_image_dim: %d
                    single_image_dim: %d
                  }
                """.formatted(SPRITE, side, side)).orElse("");
        return """
                embeddings {
                  tensor_name: "%s"
                  tensor_shape: %d
                  tensor_shape: %d
                  tensor_path: "%s"
                  metadata_path: "%s"
                %s}
                """.formatted(NAME, images, dimensions, VECTORS, METADATA, sprite);
    }
}
