package dev.plankton.network.objective;

/**
 * Supervised contrastive loss (Khosla et al. 2020, "Supervised contrastive learning", equation 2): the share that an
 * anchor's positives have of its similarity to all other images of the batch.
 *
 * @param scale factor of the cosines, one over the paper's temperature
 */
record SupervisedContrastiveLoss(double scale) implements PairLoss {

    @Override
    public double of(double[][] cosines, int[] classes, double[][] slopes) {
        int rows = classes.length;
        double sum = 0;
        for (int anchor = 0; anchor < rows; anchor++) {
            int positives = 0;
            double all = 0;
            for (int other = 0; other < rows; other++) {
                if (other != anchor) {
                    positives += classes[other] == classes[anchor] ? 1 : 0;
                    all += Math.exp(scale * cosines[anchor][other]);
                }
            }
            for (int other = 0; other < rows && positives > 0; other++) {
                if (other == anchor) {
                    continue;
                }
                double share = Math.exp(scale * cosines[anchor][other]) / all;
                double wanted = classes[other] == classes[anchor] ? 1.0 / positives : 0;
                sum -= wanted * Math.log(share);
                slopes[anchor][other] += scale * (share - wanted) / rows;
            }
        }
        return sum / rows;
    }
}
