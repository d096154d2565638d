package dev.plankton.relations;

import java.util.List;
import java.util.PriorityQueue;

/** Keeps the best few of many relations. */
final class BestRelations {
    private final int count;
    private final PriorityQueue<Relation> kept = new PriorityQueue<>(Relation.BEST_FIRST.reversed());

    BestRelations(int count) {
        this.count = count;
    }

    /** A relation must score below this to be kept; infinite while there is room. */
    double bound() {
        Relation worst = kept.peek();
        return worst == null || kept.size() < count ? Double.POSITIVE_INFINITY : worst.score();
    }

    void offer(Relation relation) {
        if (relation.score() < bound()) {
            kept.add(relation);
            if (kept.size() > count) {
                kept.remove();
            }
        }
    }

    /** The relations kept, the best first. */
    List<Relation> sorted() {
        return kept.stream().sorted(Relation.BEST_FIRST).toList();
    }
}
