package dev.plankton.relations;

/**
 * Decides on pairs of differences that may be among the best.
 *
 * @param vectors shape n x dimensions
 * @param epsilon largest distance of two similar differences, exclusive
 */
@SuppressWarnings("ArrayRecordComponent") // plain numbers
record Candidate(float[][] vectors, InnerProducts products, double epsilon, BestRelations best) {
    private static final double ROUNDING = 1e-9;

    /** Keeps a - b = c - d if it is good enough: first by inner products, which is quick, then in full precision. */
    void offer(int a, int b, int c, int d) {
        double first = products.squaredLength(a, b);
        double second = products.squaredLength(c, d);
        offer(a, b, c, d, Math.min(first, second), first + second - 2 * products.ofDifferences(a, b, c, d));
    }

    /**
     * The same where lengths are known.
     *
     * @param squaredShorter the squared length of the shorter difference
     * @param squaredDistance that of the difference of both, but for rounding
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
