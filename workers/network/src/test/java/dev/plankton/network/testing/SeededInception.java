package dev.plankton.network.testing;

import dev.plankton.network.architecture.ConvolutionShape;
import dev.plankton.network.architecture.InceptionShapes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Weights of Inception v3, and images. Every value is a hash of its position, so that
 * {@code src/test/python/inception_features.py} makes the same. All are whole numbers of 8 bits times a power of two,
 * plus another: exact as 32-bit and as 16-bit numbers, and when quantised.
 */
public final class SeededInception {
    /** Side of the images in pixels. */
    public static final int SIDE = 107;

    public static final int IMAGES = 3;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int KERNEL = 0;
    private static final int SHIFT = 1;
    private static final int MEAN = 2;
    private static final int VARIANCE = 3;
    private static final int[] SQUARES = {16, 4, 1};
    private static final int[] SHARES = {2, 1, 1};

    private SeededInception() {}

    /** An array whose values are min + scale x the byte that is stored, from 0 to 255. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Quantised(byte[] stored, double min, double scale) {
        public float[] values() {
            float[] values = new float[stored.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (min + scale * (stored[i] & 0xFF));
            }
            return values;
        }
    }

    /** As {@link dev.plankton.network.checkpoint.PretrainedWeights#arrays()}. */
    public static Map<String, float[]> arrays() {
        Map<String, float[]> arrays = new HashMap<>();
        for (ConvolutionShape shape : InceptionShapes.all()) {
            quantised(shape).forEach((name, array) -> arrays.put(shape.layer() + "/" + name, array.values()));
        }
        return arrays;
    }

    /** The names of arrays that differ from {@link #arrays()}, including missing and additional ones. */
    public static Set<String> differences(Map<String, float[]> arrays) {
        Map<String, float[]> seeded = arrays();
        Set<String> different = new TreeSet<>(seeded.keySet());
        different.addAll(arrays.keySet());
        different.removeIf(name -> Arrays.equals(arrays.get(name), seeded.get(name)));
        return different;
    }

    /** W, shift, mean and variance of one convolution. */
    public static Map<String, Quantised> quantised(ConvolutionShape shape) {
        int layer = shape.number();
        int outputs = shape.outputs();
        double step = Math.scalb(1.0, -kernelShift(shape.inputs() * shape.height() * shape.width()));
        byte[] kernel = hashed(layer, KERNEL, shape.inputs() * shape.height() * shape.width() * outputs);
        double small = Math.scalb(1.0, -11);
        return Map.of(
                "W", new Quantised(kernel, -128 * step, step),
                "shift", new Quantised(hashed(layer, SHIFT, outputs), -128 * small, small),
                "mean", new Quantised(hashed(layer, MEAN, outputs), -128 * small, small),
                "variance", new Quantised(hashed(layer, VARIANCE, outputs), 0.5, Math.scalb(1.0, -8)));
    }

    /** Filters get a variance of about 2 / fanIn, which keeps the size of activations (He et al., 2015). */
    private static int kernelShift(int fanIn) {
        int shift = 0;
        while ((12L << (2 * shift)) < 128L * 128 * fanIn) {
            shift++;
        }
        return shift;
    }

    /** Grey values of SIDE x SIDE pixels, row by row: coarse, middle and fine noise. */
    public static byte[] image(int number) {
        byte[] noise = hashed(0, 0, IMAGES * SQUARES.length * SIDE * SIDE);
        byte[] image = new byte[SIDE * SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int grey = 0;
                for (int level = 0; level < SQUARES.length; level++) {
                    int row = (number * SQUARES.length + level) * SIDE + y / SQUARES[level];
                    grey += SHARES[level] * (noise[row * SIDE + x / SQUARES[level]] & 0xFF);
                }
                image[y * SIDE + x] = (byte) (grey / 4);
            }
        }
        return image;
    }

    /** The upper 8 bits of SplitMix64's outputs, its state counting from a multiple of 2^32 for each tensor. */
    private static byte[] hashed(int layer, int tensor, int count) {
        byte[] bytes = new byte[count];
        long start = (layer * 8L + tensor) << 32;
        for (int i = 0; i < count; i++) {
            long mixed = (start + i + 1) * GOLDEN;
            mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
            mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
            bytes[i] = (byte) ((mixed ^ (mixed >>> 31)) >>> 56);
        }
        return bytes;
    }
}
