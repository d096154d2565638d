package dev.plankton.dendrogram;

/**
 * A hierarchy of clusters, merge by merge in ascending order of height, as SciPy writes it: of n points, cluster i is
 * point i for i below n, and cluster n + k is what merge k made.
 *
 * @param left the cluster of lower number in each merge, length n - 1
 * @param right the other one
 * @param height distance between the two
 * @param size number of points in the merged cluster
 */
@SuppressWarnings("ArrayRecordComponent") // columns of plain numbers
public record Linkage(int[] left, int[] right, double[] height, int[] size) {

    /** Number of points. */
    int points() {
        return left.length + 1;
    }

    /** The points of a cluster, those of its left part first. */
    int[] members(int cluster) {
        int[] members = new int[cluster < points() ? 1 : size[cluster - points()]];
        int[] waiting = new int[members.length];
        int found = 0;
        int top = 0;
        waiting[top++] = cluster;
        while (top > 0) {
            int next = waiting[--top];
            if (next < points()) {
                members[found++] = next;
            } else {
                waiting[top++] = right[next - points()];
                waiting[top++] = left[next - points()];
            }
        }
        return members;
    }
}
