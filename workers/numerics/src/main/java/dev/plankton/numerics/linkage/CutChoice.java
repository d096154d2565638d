package dev.plankton.numerics.linkage;

import dev.plankton.numerics.measures.AdjustedRand;
import java.util.Arrays;

/**
 * The cut of a hierarchy of labelled points at which its groups agree best with their classes.
 *
 * @param spread for {@link Cut#atSpread}: halfway between the spread at which the best groups arise and the next at which
 *     they change
 * @param agreement adjusted Rand index of groups and classes
 * @param groups number of groups at this cut, single points included
 */
public record CutChoice(double spread, double agreement, int groups) {

    /**
     * Tries every cut. It takes quadratic time, with a few operations for each pair of points.
     *
     * @param labels class of each point, from 0 up to but not including {@code classes}
     */
    public static CutChoice of(Linkage linkage, int[] labels, int classes) {
        int points = linkage.points();
        double[] spreads = Cut.spreads(linkage);
        double[] agreeing = agreeing(linkage, labels, classes);
        double[] cuts = Arrays.stream(spreads).sorted().distinct().toArray();
        int[] counts = new int[classes];
        for (int label : labels) {
            counts[label]++;
        }
        double sameClass =
                Arrays.stream(counts).mapToDouble(AdjustedRand::pairs).sum();
        int best = 0;
        double agreement = Double.NEGATIVE_INFINITY;
        int groups = points;
        boolean[] inside = new boolean[2 * points - 1];
        for (int cut = 0; cut < cuts.length; cut++) {
            Arrays.fill(inside, false);
            double together = 0;
            double both = 0;
            int left = points;
            for (int merge = points - 2; merge >= 0; merge--) {
                boolean kept = spreads[merge] <= cuts[cut];
                boolean covered = inside[points + merge];
                if (kept && !covered) {
                    together += AdjustedRand.pairs(linkage.size()[merge]);
                    both += agreeing[merge];
                    left -= linkage.size()[merge] - 1;
                }
                inside[linkage.left()[merge]] = kept || covered;
                inside[linkage.right()[merge]] = kept || covered;
            }
            double index = AdjustedRand.ofPairs(both, together, sameClass, AdjustedRand.pairs(points));
            if (index > agreement) {
                agreement = index;
                best = cut;
                groups = left;
            }
        }
        double next = cuts[Math.min(best + 1, cuts.length - 1)];
        return new CutChoice((cuts[best] + next) / 2, agreement, groups);
    }

    /** For each merge, the pairs of points of one class in its cluster. */
    private static double[] agreeing(Linkage linkage, int[] labels, int classes) {
        int points = linkage.points();
        double[] agreeing = new double[points - 1];
        int[][] counts = new int[2 * points - 1][];
        for (int point = 0; point < points; point++) {
            counts[point] = new int[classes];
            counts[point][labels[point]] = 1;
        }
        for (int merge = 0; merge < points - 1; merge++) {
            int[] sums = counts[linkage.left()[merge]];
            int[] others = counts[linkage.right()[merge]];
            for (int c = 0; c < classes; c++) {
                sums[c] += others[c];
                agreeing[merge] += AdjustedRand.pairs(sums[c]);
            }
            counts[points + merge] = sums; // the parts are not needed any more
            counts[linkage.right()[merge]] = new int[0];
        }
        return agreeing;
    }
}
