package dev.plankton.numerics.linkage;

/**
 * A hierarchy of clusters in SciPy's form: its merges in ascending order of height. With n points, cluster i is point i
 * for i below n, and cluster n + k is the result of merge k.
 *
 * @param left the cluster with the lower number in each merge, length n - 1
 * @param right the other cluster, length n - 1
 * @param height distance between the two, in units of the vectors, length n - 1
 * @param size number of points in the merged cluster, length n - 1
 */
@SuppressWarnings("ArrayRecordComponent") // columns of plain numbers
public record Linkage(int[] left, int[] right, double[] height, int[] size) {

    /** Number of points. */
    public int points() {
        return left.length + 1;
    }

    /** The points of a cluster; those of its left part come first. */
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
