package dev.plankton.network.data;

import dev.plankton.network.architecture.NetworkSettings;
import java.util.List;

/**
 * A batch in the form that a network takes: plain numbers, which an engine copies to its device.
 *
 * @param shape rows x side x side x channels, or rows x features
 * @param values row by row, in the order of {@code shape}
 * @param classes class of each row; empty if classes are not needed
 */
@SuppressWarnings("ArrayRecordComponent")
public record InputBatch(long[] shape, float[] values, int[] classes) {

    /** The examples of a batch. @param variation what becomes of each image; features stay as they are */
    public static InputBatch of(TrainingPool pool, Batch batch, Variation variation, NetworkSettings network) {
        int rows = batch.samples().length;
        return switch (pool.examples()) {
            case TrainingExamples.Images images -> {
                InputBatch result = empty(rows, network, batch.classes());
                for (int row = 0; row < rows; row++) {
                    int sample = batch.samples()[row];
                    byte[] pixels = images.pixels(pool.samples()[sample]);
                    result.write(row, variation.of(pixels, images.side(), pool.symmetries()[sample], row), network);
                }
                yield result;
            }
            case TrainingExamples.Features features -> {
                float[][] chosen = new float[rows][];
                for (int row = 0; row < rows; row++) {
                    chosen[row] = features.rows()[pool.samples()[batch.samples()[row]]];
                }
                yield of(chosen, batch.classes());
            }
        };
    }

    private static InputBatch of(float[][] features, int[] classes) {
        int length = features[0].length;
        float[] values = new float[features.length * length];
        for (int row = 0; row < features.length; row++) {
            System.arraycopy(features[row], 0, values, row * length, length);
        }
        return new InputBatch(new long[] {features.length, length}, values, classes);
    }

    /** @param images side x side grey values each, with the side of the network, 0 black to 255 white */
    public static InputBatch of(List<byte[]> images, NetworkSettings network) {
        InputBatch result = empty(images.size(), network, new int[0]);
        for (int row = 0; row < images.size(); row++) {
            result.write(row, images.get(row), network);
        }
        return result;
    }

    private static InputBatch empty(int rows, NetworkSettings network, int[] classes) {
        int channels = network.architecture().channels();
        int side = network.side();
        return new InputBatch(
                new long[] {rows, side, side, channels}, new float[rows * side * side * channels], classes);
    }

    private void write(int row, byte[] pixels, NetworkSettings network) {
        int channels = (int) shape[3];
        int next = row * pixels.length * channels;
        for (byte pixel : pixels) {
            float value = network.scaling().apply(pixel & 0xFF);
            for (int channel = 0; channel < channels; channel++) {
                values[next++] = value;
            }
        }
    }

    /** Number of examples in the batch. */
    public int rows() {
        return (int) shape[0];
    }
}
