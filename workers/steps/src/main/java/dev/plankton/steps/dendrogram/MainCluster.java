package dev.plankton.steps.dendrogram;

import dev.plankton.numerics.linkage.Tree;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One of the few large parts of the tree.
 *
 * @param number from 1, left to right
 * @param tree the part
 */
record MainCluster(int number, Tree tree) {

    static List<MainCluster> of(Tree tree, int count) {
        List<Tree> parts = tree.mainClusters(count);
        return IntStream.range(0, parts.size())
                .mapToObj(index -> new MainCluster(index + 1, parts.get(index)))
                .toList();
    }

    int images() {
        return tree.leaves().stream().mapToInt(leaf -> leaf.members().length).sum();
    }
}
