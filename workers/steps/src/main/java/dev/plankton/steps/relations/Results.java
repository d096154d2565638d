package dev.plankton.steps.relations;

import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.EmbeddingsManifest;
import dev.plankton.contracts.tasks.RelationsTask;
import dev.plankton.numerics.relations.RelationSearch;

/**
 * What was searched and what was found.
 *
 * @param embeddings describes the embeddings that were searched
 * @param testImages how many test images there are
 * @param images the images that were searched; relations refer to its rows
 */
record Results(
        RelationsTask.Input input,
        EmbeddingsManifest.Embedded checkpoint,
        String embeddings,
        int testImages,
        EmbeddingTable images,
        RelationSearch.Found found) {

    String className(int row) {
        return images.classes().get(images.labels()[row]);
    }
}
