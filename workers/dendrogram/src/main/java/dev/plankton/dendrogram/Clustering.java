package dev.plankton.dendrogram;

import dev.plankton.runtime.formats.EmbeddingTable;
import dev.plankton.runtime.formats.EmbeddingsManifest;
import java.util.List;

/**
 * What was clustered and what came out.
 *
 * @param embeddings whose best are clustered
 * @param testImages how many test images there are
 * @param images those that were clustered; points of the linkage are its rows
 */
record Clustering(
        EmbeddingsManifest embeddings,
        int testImages,
        EmbeddingTable images,
        Linkage linkage,
        Tree tree,
        List<MainCluster> mainClusters) {

    Clustering {
        mainClusters = List.copyOf(mainClusters);
    }

    /** The embeddings that were clustered. */
    EmbeddingsManifest.Exported checkpoint() {
        return embeddings.checkpoints().get(embeddings.best());
    }

    ClassCounts classes(Tree.Leaf leaf) {
        return ClassCounts.of(leaf.members(), images.labels(), images.classes());
    }
}
