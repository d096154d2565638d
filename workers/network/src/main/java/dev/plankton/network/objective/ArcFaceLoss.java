package dev.plankton.network.objective;

/**
 * ArcFace (Deng et al. 2019, "ArcFace: additive angular margin loss for deep face recognition", equation 3): cross
 * entropy of a softmax over the scaled cosines, in which the angle to the own proxy counts as larger than it is. With
 * margin 0 it is the normalised softmax.
 *
 * @param margin the angle that is added, in radians
 * @param scale factor of the cosines
 */
record ArcFaceLoss(double margin, double scale) implements ProxyLoss {
    /** Keeps the derivative finite where an embedding and its proxy point the same way. */
    private static final double LEAST_SINE = 1e-4;

    @Override
    public double of(double[][] cosines, int[] proxies, double[][] slopes) {
        int rows = cosines.length;
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            int own = proxies[row];
            double cosine = Math.clamp(cosines[row][own], -1, 1);
            double sine = Math.sqrt(1 - cosine * cosine);
            // Beyond this angle the sum would pass half a turn, and its cosine would rise again: a straight line
            // instead, as in the authors' code.
            boolean withinHalfTurn = cosine > -Math.cos(margin);
            double widened = withinHalfTurn
                    ? cosine * Math.cos(margin) - sine * Math.sin(margin)
                    : cosine - margin * Math.sin(margin);
            double slopeOfWidened =
                    withinHalfTurn ? Math.cos(margin) + Math.sin(margin) * cosine / Math.max(LEAST_SINE, sine) : 1;
            double[] logits = new double[cosines[row].length];
            double largest = Double.NEGATIVE_INFINITY;
            for (int proxy = 0; proxy < logits.length; proxy++) {
                logits[proxy] = scale * (proxy == own ? widened : cosines[row][proxy]);
                largest = Math.max(largest, logits[proxy]);
            }
            double all = 0;
            for (double logit : logits) {
                all += Math.exp(logit - largest);
            }
            sum += Math.log(all) + largest - logits[own];
            for (int proxy = 0; proxy < logits.length; proxy++) {
                double share = Math.exp(logits[proxy] - largest) / all;
                slopes[row][proxy] += scale * (proxy == own ? (share - 1) * slopeOfWidened : share) / rows;
            }
        }
        return sum / rows;
    }
}
