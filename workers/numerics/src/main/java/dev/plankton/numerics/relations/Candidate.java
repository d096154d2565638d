package dev.plankton.numerics.relations;

/**
 * Decides whether pairs of differences are among the best.
 *
 * @param vectors shape n x dimensions
 * @param epsilon largest distance of two similar differences, exclusive
 */
@SuppressWarnings("ArrayRecordComponent") // plain numbers
record Candidate(float[][] vectors, InnerProducts products, double epsilon, BestRelations best) {
    private static final double ROUNDING = 1e-9;

    /**
     * Keeps a - b = c - d if it is good enough. The first check uses inner products, which is fast; the second has full
     * precision.
     */
    void offer(int a, int b, int c, int d) {
        double first = products.squaredLength(a, b);
        double second = products.squaredLength(c, d);
        offer(a, b, c, d, Math.min(first, second), first + second - 2 * products.ofDifferences(a, b, c, d));
    }

    /**
     * The same for known lengths.
     *
     * @param squaredShorter the squared length of the shorter difference
     * @param squaredDistance the squared distance of the two differences, up to rounding
     */
    void offer(int a, int b, int c, int d, double squaredShorter, double squaredDistance) {
        double bound = best.bound();
        if (squaredDistance <= bound * bound * squaredShorter * (1 + ROUNDING) + 8 * products.rounding()) {
            Relation relation = Relation.of(vectors, a, b, c, d);
            if (relation.distance() < epsilon) {
                best.offer(relation);
            }
        }
    }
}
