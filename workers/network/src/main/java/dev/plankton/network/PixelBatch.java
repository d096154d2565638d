package dev.plankton.network;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Images as a network takes them.
 *
 * @param pixels rows x channels x side x side, scaled
 * @param classes of each row; empty where nobody asks for them
 */
@SuppressWarnings("ArrayRecordComponent")
record PixelBatch(int rows, int channels, int side, float[] pixels, int[] classes) {

    static PixelBatch of(TrainingPool pool, Batch batch, int channels) {
        int rows = batch.samples().length;
        PixelBatch result = empty(rows, channels, pool.side(), batch.classes());
        for (int row = 0; row < rows; row++) {
            pool.write(batch.samples()[row], result.pixels, row * channels * pool.side() * pool.side());
            result.copyChannels(row);
        }
        return result;
    }

    static PixelBatch of(java.util.List<byte[]> images, int channels, int side) {
        PixelBatch result = empty(images.size(), channels, side, new int[0]);
        int plane = side * side;
        for (int row = 0; row < images.size(); row++) {
            byte[] image = images.get(row);
            for (int i = 0; i < plane; i++) {
                result.pixels[row * channels * plane + i] = Pixels.scaled(image[i]);
            }
            result.copyChannels(row);
        }
        return result;
    }

    private static PixelBatch empty(int rows, int channels, int side, int[] classes) {
        return new PixelBatch(rows, channels, side, new float[rows * channels * side * side], classes);
    }

    private void copyChannels(int row) {
        int plane = side * side;
        int first = row * channels * plane;
        for (int channel = 1; channel < channels; channel++) {
            System.arraycopy(pixels, first, pixels, first + channel * plane, plane);
        }
    }

    /** To be closed by the caller. */
    INDArray toArray() {
        return Nd4j.create(pixels, new long[] {rows, channels, side, side}, 'c');
    }
}
