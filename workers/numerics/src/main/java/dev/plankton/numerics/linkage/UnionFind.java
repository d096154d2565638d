package dev.plankton.numerics.linkage;

import java.util.Arrays;

/** Clusters that are only ever united. Each union gets the next number. */
final class UnionFind {
    private final int[] parent;
    private final int[] size;
    private int next;

    UnionFind(int points) {
        this.parent = new int[2 * points - 1];
        this.size = new int[2 * points - 1];
        this.next = points;
        Arrays.setAll(parent, i -> i);
        Arrays.fill(size, 0, points, 1);
    }

    /** The number of the largest cluster that contains the given one. */
    int find(int cluster) {
        int root = cluster;
        while (parent[root] != root) {
            root = parent[root];
        }
        for (int node = cluster; parent[node] != root; ) {
            int above = parent[node];
            parent[node] = root;
            node = above;
        }
        return root;
    }

    /** Unites two clusters that {@link #find} returned. @return how many points the union has */
    int unite(int a, int b) {
        parent[a] = next;
        parent[b] = next;
        size[next] = size[a] + size[b];
        return size[next++];
    }
}
