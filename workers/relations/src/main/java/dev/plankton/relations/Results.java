package dev.plankton.relations;

import dev.plankton.runtime.formats.EmbeddingTable;
import dev.plankton.runtime.formats.EmbeddingsManifest;

/**
 * What was searched and what was found.
 *
 * @param embeddings what was searched, in words
 * @param testImages how many test images there are
 * @param images those that were searched; relations name its rows
 */
record Results(
        RelationsInput input,
        EmbeddingsManifest.Exported checkpoint,
        String embeddings,
        int testImages,
        EmbeddingTable images,
        RelationSearch.Found found) {

    String className(int row) {
        return images.classes().get(images.labels()[row]);
    }
}
