package dev.plankton.network.objective;

/**
 * Multi-similarity loss with its own mining (Wang et al. 2019, "Multi-similarity loss with general pair weighting for
 * deep metric learning"): of an anchor's pairs, only those count that are in the wrong order, or nearly.
 *
 * @param margin by how much a pair may be in the right order and still count, as a cosine
 * @param scale weight of the hardest negatives; the paper's beta
 */
record MultiSimilarityLoss(double margin, double scale) implements PairLoss {
    /** The paper's alpha, which weights positives. */
    private static final double POSITIVE_SCALE = 2;
    /** The paper's lambda, the cosine that divides near from far. */
    private static final double THRESHOLD = 0.5;

    @Override
    public double of(double[][] cosines, int[] classes, double[][] slopes) {
        int rows = classes.length;
        double sum = 0;
        for (int anchor = 0; anchor < rows; anchor++) {
            double farthestPositive = Double.POSITIVE_INFINITY;
            double nearestNegative = Double.NEGATIVE_INFINITY;
            for (int other = 0; other < rows; other++) {
                if (classes[other] != classes[anchor]) {
                    nearestNegative = Math.max(nearestNegative, cosines[anchor][other]);
                } else if (other != anchor) {
                    farthestPositive = Math.min(farthestPositive, cosines[anchor][other]);
                }
            }
            double positives = 0;
            double negatives = 0;
            double[] terms = new double[rows];
            for (int other = 0; other < rows; other++) {
                double cosine = cosines[anchor][other];
                if (classes[other] != classes[anchor] && cosine + margin > farthestPositive) {
                    terms[other] = Math.exp(scale * (cosine - THRESHOLD));
                    negatives += terms[other];
                } else if (classes[other] == classes[anchor] && other != anchor && cosine - margin < nearestNegative) {
                    terms[other] = Math.exp(-POSITIVE_SCALE * (cosine - THRESHOLD));
                    positives += terms[other];
                }
            }
            sum += Math.log1p(positives) / POSITIVE_SCALE + Math.log1p(negatives) / scale;
            for (int other = 0; other < rows; other++) {
                slopes[anchor][other] += classes[other] == classes[anchor]
                        ? -terms[other] / (1 + positives) / rows
                        : terms[other] / (1 + negatives) / rows;
            }
        }
        return sum / rows;
    }
}
