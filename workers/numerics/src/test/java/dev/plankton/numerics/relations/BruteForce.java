package dev.plankton.numerics.relations;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares every difference with every other, directly by the definition. */
final class BruteForce {
    private final Set<Relation> all = new HashSet<>();

    BruteForce(float[][] vectors, int[] classes, boolean withinClass, double epsilon) {
        int images = vectors.length;
        for (int a = 0; a < images; a++) {
            for (int b = 0; b < images; b++) {
                for (int c = 0; c < images; c++) {
                    for (int d = 0; d < images; d++) {
                        boolean empty = a == b || c == d;
                        boolean oneDifference = a == c && b == d || a == d && b == c;
                        boolean inside = !empty && (classes[a] == classes[b] || classes[c] == classes[d]);
                        if (!empty && !oneDifference && (withinClass || !inside)) {
                            Relation relation = Relation.of(vectors, a, b, c, d);
                            if (relation.distance() < epsilon) {
                                all.add(relation);
                            }
                        }
                    }
                }
            }
        }
    }

    List<Relation> best(int count, boolean sharing) {
        return all.stream()
                .filter(relation -> relation.sharesImage() == sharing)
                .sorted(Relation.BEST_FIRST)
                .limit(count)
                .toList();
    }
}
