package dev.plankton.demodata;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The simplest classifier that could work: distance to the mean thumbnail of each class. */
final class Thumbnails {
    private Thumbnails() {}

    /** The picture fitted into a white square of the given side, as shares of white. */
    static double[] of(BufferedImage image, int side) {
        BufferedImage small = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.fillRect(0, 0, side, side);
        double scale = (double) side / Math.max(image.getWidth(), image.getHeight());
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        graphics.drawImage(image, (side - width) / 2, (side - height) / 2, width, height, null);
        graphics.dispose();
        double[] values = new double[side * side];
        for (int i = 0; i < values.length; i++) {
            values[i] = small.getRaster().getSample(i % side, i / side, 0) / 255.0;
        }
        return values;
    }

    /** Centroids of the first half of each class, measured on the second. */
    static double nearestCentroidAccuracy(Map<String, List<double[]>> classes) {
        Map<String, double[]> centroids = new HashMap<>();
        classes.forEach((name, vectors) -> centroids.put(name, mean(vectors.subList(0, vectors.size() / 2))));
        int right = 0;
        int all = 0;
        for (Map.Entry<String, List<double[]>> entry : classes.entrySet()) {
            List<double[]> vectors = entry.getValue();
            for (double[] vector : vectors.subList(vectors.size() / 2, vectors.size())) {
                right += nearest(centroids, vector).equals(entry.getKey()) ? 1 : 0;
                all++;
            }
        }
        return (double) right / all;
    }

    private static String nearest(Map<String, double[]> centroids, double[] vector) {
        return centroids.entrySet().stream()
                .min((a, b) -> Double.compare(distance(a.getValue(), vector), distance(b.getValue(), vector)))
                .orElseThrow()
                .getKey();
    }

    private static double[] mean(List<double[]> vectors) {
        double[] mean = new double[vectors.getFirst().length];
        for (double[] vector : vectors) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vector[i] / vectors.size();
            }
        }
        return mean;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }
}
