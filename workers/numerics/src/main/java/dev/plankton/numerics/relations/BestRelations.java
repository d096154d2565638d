package dev.plankton.numerics.relations;

import java.util.List;
import java.util.PriorityQueue;

/**
 * Keeps the best of many relations, in the order of {@link Relation#BEST_FIRST}. Which ones are kept does not depend on
 * the order in which they are offered. Safe for several threads.
 */
final class BestRelations {
    private final int count;
    private final PriorityQueue<Relation> kept = new PriorityQueue<>(Relation.BEST_FIRST.reversed());
    private volatile double bound = Double.POSITIVE_INFINITY;

    BestRelations(int count) {
        this.count = count;
    }

    /** A relation that scores above this is not kept; infinite while there is room. It never grows. */
    double bound() {
        return bound;
    }

    /** Whether no relation can be better than those that are kept: all of them are exact (score 0). */
    boolean perfect() {
        return bound == 0;
    }

    synchronized void offer(Relation relation) {
        kept.add(relation);
        if (kept.size() > count) {
            kept.remove();
        }
        if (kept.size() == count) {
            bound = kept.element().score();
        }
    }

    /** The relations kept, the best first. */
    synchronized List<Relation> sorted() {
        return kept.stream().sorted(Relation.BEST_FIRST).toList();
    }
}
