package dev.plankton.numerics.measures;

import java.util.stream.IntStream;

/** The measures written down plainly, without blocks: the same additions in the same order. */
final class Plain {
    private Plain() {}

    static float squared(float[] a, float[] b) {
        float sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += (a[d] - b[d]) * (a[d] - b[d]);
        }
        return sum;
    }

    static double meanPairwiseDistance(float[][] vectors) {
        double sum = 0;
        for (float[] a : vectors) {
            double ofOne = 0;
            for (float[] b : vectors) {
                ofOne += Math.sqrt(squared(a, b));
            }
            sum += ofOne;
        }
        return sum / vectors.length / (vectors.length - 1);
    }

    static double silhouette(LabelledVectors images, int query) {
        int own = images.labels()[query];
        int[] counts = images.counts();
        double[] sums = new double[images.classes()];
        for (int i = 0; i < images.size(); i++) {
            sums[images.labels()[i]] += Math.sqrt(squared(images.vectors()[i], images.vectors()[query]));
        }
        double a = sums[own] / (counts[own] - 1);
        double b = IntStream.range(0, sums.length)
                .filter(c -> c != own && counts[c] > 0)
                .mapToDouble(c -> sums[c] / counts[c])
                .min()
                .orElseThrow();
        return (b - a) / Math.max(a, b);
    }
}
