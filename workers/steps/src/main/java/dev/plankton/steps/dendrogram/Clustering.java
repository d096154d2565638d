package dev.plankton.steps.dendrogram;

import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.EmbeddingsManifest;
import dev.plankton.numerics.linkage.Linkage;
import dev.plankton.numerics.linkage.Tree;
import java.util.List;

/**
 * The input and the result of a clustering.
 *
 * @param embeddings the manifest; its best embeddings are clustered
 * @param testImages how many test images there are
 * @param images the images that were clustered; the points of the linkage are its rows
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
    EmbeddingsManifest.Embedded checkpoint() {
        return embeddings.checkpoints().get(embeddings.best());
    }

    ClassCounts classes(Tree.Leaf leaf) {
        return ClassCounts.of(leaf.members(), images.labels(), images.classes());
    }
}
