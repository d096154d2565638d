package dev.plankton.network.pytorch;

import dev.plankton.network.data.InputBatch;
import java.nio.FloatBuffer;
import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Copies numbers into native memory and back. A tensor belongs to the innermost {@link PointerScope} of its thread,
 * which releases it, or to the object that called {@link #owned}.
 */
final class Tensors {
    private Tensors() {}

    /** @param values row by row */
    static Tensor of(float[] values, long... shape) {
        return Tensor.create(values, shape);
    }

    /** A tensor that outlives the scope it was made in; to be closed by the caller. */
    static Tensor owned(Supplier<Tensor> made) {
        try (PointerScope scope = new PointerScope()) {
            return made.get().retainReference();
        }
    }

    /** Makes a tensor and releases everything that was made on the way to it. The tensor belongs to the scope. */
    static Tensor within(PointerScope scope, Supplier<Tensor> made) {
        try (PointerScope inner = new PointerScope()) {
            Tensor result = made.get();
            scope.attach(result);
            return result;
        }
    }

    /** Images as rows x 1 x height x width, see {@link GreyImages}; features as rows x features. */
    static Tensor input(InputBatch batch) {
        Tensor rows = of(batch.values(), batch.shape());
        return batch.shape().length == 4 ? GreyImages.oneChannel(rows.permute(0, 3, 1, 2)) : rows;
    }

    /** All values, row by row. */
    static float[] floats(Tensor tensor) {
        try (PointerScope scope = new PointerScope()) {
            FloatBuffer values = tensor.detach().cpu().contiguous().createBuffer();
            float[] copy = new float[values.remaining()];
            values.get(copy);
            return copy;
        }
    }

    /** The rows of a matrix. */
    static float[][] rows(Tensor matrix) {
        float[] flat = floats(matrix);
        int length = (int) matrix.size(1);
        float[][] rows = new float[(int) matrix.size(0)][length];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(flat, row * length, rows[row], 0, length);
        }
        return rows;
    }

    /** The rows of a matrix with more digits than they have. */
    static double[][] doubles(Tensor matrix) {
        float[][] rows = rows(matrix);
        double[][] doubles = new double[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            doubles[row] = new double[rows[row].length];
            for (int i = 0; i < rows[row].length; i++) {
                doubles[row][i] = rows[row][i];
            }
        }
        return doubles;
    }

    /** The same values in channels-last order if it is an image or the weights of a convolution. */
    static Tensor channelsLast(Tensor tensor) {
        return tensor.dim() == 4 ? tensor.contiguous(torch.MemoryFormat.ChannelsLast) : tensor;
    }
}
