package dev.plankton.relations;

import dev.plankton.runtime.step.CancelCheck;
import java.util.List;

/**
 * Finds, exactly, the pairs of differences that resemble each other most (SPEC 8): |d1 - d2| below epsilon, ranked by
 * |d1 - d2| relative to |d1|, the shorter of the two, for both signs of each difference.
 *
 * <p>Let r be the distance below which a pair can still be among the best: epsilon, or less once enough pairs have been
 * found. From |d1 - d2|² = |d1|² + |d2|² - 2 d1·d2 &lt; r² and |d2| >= |d1| follows d1·d2 > |d1|² - r²/2, and from |d2| &lt;
 * |d1| + r (SPEC 8's bound) d1·d2 &lt; |d1|² + |d1| r. So for d1 = a - b only those c - d count whose projections onto d1
 * lie that far apart: few images lie far enough to either side. Projections are differences of inner products computed
 * once, so that each d1 costs a pass over the images, and each pair that is left a few operations.
 */
final class RelationSearch {
    private static final double ROUNDING = 1e-12;

    /**
     * What was found, the best first.
     *
     * @param apart relations of four different images
     * @param sharing relations with an image in both differences
     */
    record Found(List<Relation> apart, List<Relation> sharing) {}

    private final float[][] vectors;
    private final int[] classes;
    private final boolean withinClass;
    private final double epsilon;
    private final InnerProducts products;
    private final Candidates candidates;
    private final BestRelations apart;
    private final BestRelations sharing;

    private RelationSearch(
            float[][] vectors, int[] classes, boolean withinClass, double epsilon, int count, InnerProducts products) {
        this.vectors = vectors;
        this.classes = classes;
        this.withinClass = withinClass;
        this.epsilon = epsilon;
        this.products = products;
        this.candidates = new Candidates(products.size());
        this.apart = new BestRelations(count);
        this.sharing = new BestRelations(count);
    }

    /**
     * Searches all differences of the rows.
     *
     * @param vectors shape n x dimensions
     * @param classes class of each row
     * @param withinClass whether differences inside one class count too
     * @param epsilon largest |d1 - d2|, exclusive
     * @param count how many relations of each kind to keep
     * @param cancelled called for each difference
     */
    static Found search(
            float[][] vectors, int[] classes, boolean withinClass, double epsilon, int count, CancelCheck cancelled)
            throws InterruptedException {
        InnerProducts products = InnerProducts.of(vectors, cancelled);
        RelationSearch search = new RelationSearch(vectors, classes, withinClass, epsilon, count, products);
        Differences differences = Differences.of(products, classes, withinClass);
        // The longest first: they score best and have the fewest candidates, so that r shrinks soon.
        for (int index = differences.size() - 1; index >= 0; index--) {
            cancelled.check();
            search.compare(differences.first(index), differences.second(index));
        }
        return new Found(search.apart.sorted(), search.sharing.sorted());
    }

    /** Compares a - b with all longer differences. */
    private void compare(int a, int b) {
        double squaredLength = products.squaredLength(a, b);
        double rounding = ROUNDING * products.largest();
        double bound = Math.max(apart.bound(), sharing.bound());
        if (squaredLength <= rounding || bound == 0) {
            return; // no length to compare with, or nothing to gain
        }
        double length = Math.sqrt(squaredLength);
        double reach = Math.min(epsilon, bound * length);
        double squaredReach = reach * reach + rounding;
        double least = squaredLength - squaredReach / 2 - rounding;
        double most = squaredLength + length * reach + rounding;
        candidates.project(products.products()[a], products.products()[b]);
        candidates.forEachPair(least, most, (c, d, projection) -> {
            double squaredOther = products.squaredLength(c, d);
            if (squaredLength + squaredOther - 2 * projection < squaredReach
                    && !comesBefore(c, d, squaredOther, a, b, squaredLength)
                    && (withinClass || classes[c] != classes[d])) {
                keep(a, b, c, d);
            }
        });
    }

    /** Whether c - d is shorter than a - b, or as long but of lower rows: then the pair is found from the other side. */
    private static boolean comesBefore(int c, int d, double squaredOther, int a, int b, double squaredLength) {
        if (squaredOther != squaredLength) {
            return squaredOther < squaredLength;
        }
        int low = Math.min(c, d);
        return low < a || low == a && Math.max(c, d) <= b;
    }

    private void keep(int a, int b, int c, int d) {
        Relation relation = Relation.of(vectors, a, b, c, d);
        if (relation.distance() < epsilon) {
            (relation.sharesImage() ? sharing : apart).offer(relation);
        }
    }
}
