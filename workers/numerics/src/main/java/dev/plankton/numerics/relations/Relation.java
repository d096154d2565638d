package dev.plankton.numerics.relations;

import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Two similar differences of embeddings: a - b resembles c - d. Images are given by their rows. Lengths and distances
 * are Euclidean.
 *
 * @param score distance relative to the length of the shorter difference; smaller is better
 * @param distance |(a - b) - (c - d)|
 * @param firstLength |a - b|
 * @param secondLength |c - d|
 */
public record Relation(
        int a, int b, int c, int d, double score, double distance, double firstLength, double secondLength) {

    private static final Comparator<Relation> BY_ROWS = Comparator.comparingInt(Relation::a)
            .thenComparingInt(Relation::b)
            .thenComparingInt(Relation::c)
            .thenComparingInt(Relation::d);

    /** The lowest score first, then by rows. */
    static final Comparator<Relation> BEST_FIRST =
            Comparator.comparingDouble(Relation::score).thenComparing(BY_ROWS);

    /**
     * The relation a - b = c - d with its figures in double precision. The same relation is c - d = a - b, b - a = d -
     * c and d - c = b - a; the form with the lowest rows is returned.
     */
    static Relation of(float[][] vectors, int a, int b, int c, int d) {
        double distance = 0;
        double first = 0;
        double second = 0;
        for (int axis = 0; axis < vectors[a].length; axis++) {
            double ab = (double) vectors[a][axis] - vectors[b][axis];
            double cd = (double) vectors[c][axis] - vectors[d][axis];
            distance += (ab - cd) * (ab - cd);
            first += ab * ab;
            second += cd * cd;
        }
        double root = Math.sqrt(distance);
        double lengthAb = Math.sqrt(first);
        double lengthCd = Math.sqrt(second);
        double score = root / Math.min(lengthAb, lengthCd);
        return Stream.of(
                        new Relation(a, b, c, d, score, root, lengthAb, lengthCd),
                        new Relation(b, a, d, c, score, root, lengthAb, lengthCd),
                        new Relation(c, d, a, b, score, root, lengthCd, lengthAb),
                        new Relation(d, c, b, a, score, root, lengthCd, lengthAb))
                .min(BY_ROWS)
                .orElseThrow();
    }

    /** Whether an image is in both differences. Such a relation may say no more than that two images are similar. */
    public boolean sharesImage() {
        return a == c || a == d || b == c || b == d;
    }
}
