package dev.plankton.network;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Images as a network takes them: grey values as x / 127.5 - 1, as for ImageNet's weights (SPEC 3), copied to each
 * channel.
 *
 * @param values rows x side x side x channels
 * @param classes of each row; empty where nobody asks for them
 */
@SuppressWarnings("ArrayRecordComponent")
record PixelBatch(int rows, int side, int channels, float[] values, int[] classes) {

    static PixelBatch of(TrainingPool pool, Batch batch, int channels) {
        PixelBatch result = empty(batch.samples().length, pool.side(), channels, batch.classes());
        for (int row = 0; row < result.rows; row++) {
            result.write(row, pool.pixels(batch.samples()[row]));
        }
        return result;
    }

    static PixelBatch of(List<byte[]> images, int side, int channels) {
        PixelBatch result = empty(images.size(), side, channels, new int[0]);
        for (int row = 0; row < result.rows; row++) {
            result.write(row, images.get(row));
        }
        return result;
    }

    private static PixelBatch empty(int rows, int side, int channels, int[] classes) {
        return new PixelBatch(rows, side, channels, new float[rows * side * side * channels], classes);
    }

    private void write(int row, byte[] pixels) {
        int next = row * pixels.length * channels;
        for (byte pixel : pixels) {
            float value = (pixel & 0xFF) / 127.5f - 1;
            for (int channel = 0; channel < channels; channel++) {
                values[next++] = value;
            }
        }
    }

    /** To be closed by the caller. */
    INDArray toArray() {
        return Nd4j.create(values, new long[] {rows, side, side, channels}, 'c');
    }
}
