package dev.plankton.steps.preprocess;

import java.util.Arrays;

/** Changes the size of grey images: bicubic interpolation when enlarging, area averages when shrinking. */
final class Resampler {
    private Resampler() {}

    static GreyImage resize(GreyImage image, int width, int height) {
        if (width == image.width() && height == image.height()) {
            return image;
        }
        float[] narrow = alongRows(image, weights(image.width(), width));
        return alongColumns(narrow, width, weights(image.height(), height));
    }

    private static Weights weights(int input, int output) {
        return output > input ? Weights.bicubic(input, output) : Weights.area(input, output);
    }

    private static float[] alongRows(GreyImage image, Weights weights) {
        int width = weights.first().length;
        float[] result = new float[image.height() * width];
        byte[] pixels = image.pixels();
        for (int y = 0; y < image.height(); y++) {
            int row = y * image.width();
            for (int x = 0; x < width; x++) {
                float[] values = weights.values()[x];
                int from = row + weights.first()[x];
                float sum = 0;
                for (int k = 0; k < values.length; k++) {
                    sum += values[k] * (pixels[from + k] & 0xff);
                }
                result[y * width + x] = sum;
            }
        }
        return result;
    }

    private static GreyImage alongColumns(float[] rows, int width, Weights weights) {
        int height = weights.first().length;
        byte[] pixels = new byte[height * width];
        float[] sums = new float[width];
        for (int y = 0; y < height; y++) {
            Arrays.fill(sums, 0.5f); // rounds to the nearest
            float[] values = weights.values()[y];
            for (int k = 0; k < values.length; k++) {
                int row = (weights.first()[y] + k) * width;
                for (int x = 0; x < width; x++) {
                    sums[x] += values[k] * rows[row + x];
                }
            }
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = (byte) Math.clamp((int) Math.floor(sums[x]), 0, 255);
            }
        }
        return new GreyImage(width, height, pixels);
    }
}
