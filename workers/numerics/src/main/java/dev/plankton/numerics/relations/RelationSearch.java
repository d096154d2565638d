package dev.plankton.numerics.relations;

import dev.plankton.numerics.CancelCheck;
import java.util.List;

/**
 * Finds the pairs of differences that resemble each other most, by an exact search (SPEC 8): |d1 - d2| is below
 * epsilon, and pairs are ranked by |d1 - d2| relative to the shorter of the two, for both signs of each difference.
 * Differences that share an image are compared image by image ({@link SharingSearch}), all others through a tree of
 * points ({@link ApartSearch}).
 */
public final class RelationSearch {

    /**
     * The relations that were found, the best first. Relations of the same score are in the order of their images. If
     * there are more exact relations (score 0) than asked for, it is not defined which are found, but they are always
     * the same.
     *
     * @param apart relations of four different images
     * @param sharing relations with an image in both differences
     */
    public record Found(List<Relation> apart, List<Relation> sharing) {}

    /** One of the searches. */
    private interface Search {
        void run(Candidate candidate, Workforce threads) throws InterruptedException;
    }

    private final float[][] vectors;
    private final InnerProducts products;
    private final double epsilon;
    private final int count;

    private RelationSearch(float[][] vectors, InnerProducts products, double epsilon, int count) {
        this.vectors = vectors;
        this.products = products;
        this.epsilon = epsilon;
        this.count = count;
    }

    /**
     * Searches all differences of the rows on all processors.
     *
     * @param vectors shape n x dimensions
     * @param classes class of each row
     * @param withinClass whether differences inside one class count too
     * @param epsilon largest |d1 - d2|, exclusive
     * @param count how many relations of each kind to keep
     * @param cancelled called regularly by each thread
     * @throws InterruptedException if cancelled
     */
    public static Found search(
            float[][] vectors, int[] classes, boolean withinClass, double epsilon, int count, CancelCheck cancelled)
            throws InterruptedException {
        return search(vectors, classes, withinClass, epsilon, count, Workforce.all(), cancelled);
    }

    static Found search(
            float[][] vectors,
            int[] classes,
            boolean withinClass,
            double epsilon,
            int count,
            Workforce threads,
            CancelCheck cancelled)
            throws InterruptedException {
        InnerProducts products = InnerProducts.of(vectors, cancelled);
        RelationSearch search = new RelationSearch(vectors, products, epsilon, count);
        List<Relation> sharing = search.best(
                threads,
                (candidate, by) -> new SharingSearch(candidate, products, classes, withinClass, cancelled).run(by));
        DifferencePoints points = DifferencePoints.of(vectors, products, classes, withinClass);
        if (points.size() == 0) {
            return new Found(List.of(), sharing);
        }
        DifferenceTree tree = DifferenceTree.over(points);
        cancelled.check();
        List<Relation> apart =
                search.best(threads, (candidate, by) -> new ApartSearch(candidate, points, tree, cancelled).run(by));
        return new Found(apart, sharing);
    }

    private List<Relation> best(Workforce threads, Search search) throws InterruptedException {
        BestRelations best = new BestRelations(count);
        search.run(new Candidate(vectors, products, epsilon, best), threads);
        if (best.perfect() && threads.count() > 1) {
            // The search ends once enough exact ones are found. Which ones depends on the threads, so use one thread.
            best = new BestRelations(count);
            search.run(new Candidate(vectors, products, epsilon, best), new Workforce(1));
        }
        return best.sorted();
    }
}
