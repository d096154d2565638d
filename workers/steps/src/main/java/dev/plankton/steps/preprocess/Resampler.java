package dev.plankton.steps.preprocess;

import java.util.Arrays;

/** Changes the size of grey images: bicubic interpolation when enlarging, area averages when shrinking. */
final class Resampler {
    private static final int CUBIC = 4;
    private static final int BAND_ROWS = 64;
    private static final int BAND_PIXELS = 1 << 17;
    private static final int WHITE = 255;
    private static final float TO_NEAREST = 0.5f;

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

    /** Goes down the columns of a few rows at a time, because Java's compiler has no quick way of going along a row. */
    private static float[] alongRows(GreyImage image, Weights weights) {
        int width = weights.first().length;
        float[] result = new float[image.height() * width];
        int most = Math.clamp(BAND_PIXELS / image.width(), 1, BAND_ROWS);
        for (int top = 0; top < image.height(); top += most) {
            int rows = Math.min(most, image.height() - top);
            int[] columns = columns(image, top, rows);
            float[] column = new float[rows];
            for (int x = 0; x < width; x++) {
                float[] values = weights.values()[x];
                int first = weights.first()[x] * rows;
                Arrays.fill(column, 0);
                for (int k = 0; k < values.length; k++) {
                    add(columns, first + k * rows, values[k], column);
                }
                for (int y = 0; y < rows; y++) {
                    result[(top + y) * width + x] = column[y];
                }
            }
        }
        return result;
    }

    /** Some rows, column by column. */
    private static int[] columns(GreyImage image, int top, int rows) {
        int[] columns = new int[image.width() * rows];
        for (int y = 0; y < rows; y++) {
            int row = (top + y) * image.width();
            for (int x = 0; x < image.width(); x++) {
                columns[x * rows + y] = image.pixels()[row + x] & WHITE;
            }
        }
        return columns;
    }

    private static void add(int[] columns, int from, float value, float[] sums) {
        for (int y = 0; y < sums.length; y++) {
            sums[y] += value * columns[from + y];
        }
    }

    private static GreyImage alongColumns(float[] rows, int width, Weights weights) {
        int height = weights.first().length;
        byte[] pixels = new byte[height * width];
        float[] sums = new float[width];
        int[] whole = new int[width];
        for (int y = 0; y < height; y++) {
            float[] values = weights.values()[y];
            int first = weights.first()[y] * width;
            if (values.length == CUBIC) {
                addFour(rows, first, values, whole);
            } else {
                Arrays.fill(sums, TO_NEAREST);
                for (int k = 0; k < values.length; k++) {
                    add(rows, first + k * width, values[k], sums);
                }
                cutOff(sums, whole);
            }
            clamp(whole, pixels, y * width);
        }
        return new GreyImage(width, height, pixels);
    }

    /**
     * The same as adding row by row. This loop and the ones below are so plain that Java's compiler computes several of
     * their numbers at a time; for that the array that they write must be of another type than those that they read.
     * What is below 0 becomes 0 afterwards in any case, so that cutting off digits is as good as rounding down.
     */
    private static void addFour(float[] rows, int first, float[] values, int[] whole) {
        int width = whole.length;
        int second = first + width;
        int third = second + width;
        int fourth = third + width;
        float a = values[0];
        float b = values[1];
        float c = values[2];
        float d = values[3];
        for (int x = 0; x < width; x++) {
            whole[x] = (int) (TO_NEAREST
                    + a * rows[first + x]
                    + b * rows[second + x]
                    + c * rows[third + x]
                    + d * rows[fourth + x]);
        }
    }

    private static void add(float[] rows, int row, float value, float[] sums) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += value * rows[row + x];
        }
    }

    private static void cutOff(float[] sums, int[] whole) {
        for (int x = 0; x < sums.length; x++) {
            whole[x] = (int) sums[x];
        }
    }

    private static void clamp(int[] whole, byte[] pixels, int at) {
        for (int x = 0; x < whole.length; x++) {
            int value = whole[x];
            pixels[at + x] = (byte) ((value & ~WHITE) == 0 ? value : value < 0 ? 0 : WHITE);
        }
    }
}
