package dev.plankton.network.objective;

import java.util.Arrays;

/**
 * Proxy-anchor loss (Kim et al. 2020, "Proxy anchor loss for deep metric learning", equation 4): each proxy is an anchor
 * that pulls the images of its class, the farthest most, and pushes all others, the nearest most.
 *
 * @param margin the paper's delta, as a cosine
 * @param scale the paper's alpha
 */
record ProxyAnchorLoss(double margin, double scale) implements ProxyLoss {

    @Override
    public double of(double[][] cosines, int[] proxies, double[][] slopes) {
        int count = cosines[0].length;
        long present = Arrays.stream(proxies).distinct().count();
        double sum = 0;
        for (int proxy = 0; proxy < count; proxy++) {
            double positives = 0;
            double negatives = 0;
            for (int row = 0; row < cosines.length; row++) {
                if (proxies[row] == proxy) {
                    positives += Math.exp(-scale * (cosines[row][proxy] - margin));
                } else {
                    negatives += Math.exp(scale * (cosines[row][proxy] + margin));
                }
            }
            sum += Math.log1p(positives) / present + Math.log1p(negatives) / count;
            for (int row = 0; row < cosines.length; row++) {
                slopes[row][proxy] += proxies[row] == proxy
                        ? -scale * Math.exp(-scale * (cosines[row][proxy] - margin)) / (1 + positives) / present
                        : scale * Math.exp(scale * (cosines[row][proxy] + margin)) / (1 + negatives) / count;
            }
        }
        return sum;
    }
}
