package dev.plankton.network.dl4j;

import java.nio.FloatBuffer;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * {@link Normalisation} of 32-bit arrays in main memory, in as few passes as the formulas allow. One piece at a time is
 * copied out of native memory, processed in the cache, and copied back. ND4J's own operations take four times as long.
 * Pieces are divided into a fixed number of parts whose sums are added in order, so the number of threads does not
 * change the result.
 */
final class ArrayNormalisation implements Normalisation {
    /** Approximate number of values in a piece; three pieces fit into the first-level cache of a core. */
    private static final int PIECE = 2048;

    private static final int PARTS = 8;

    private final int channels;
    private final int piece;

    ArrayNormalisation(int channels) {
        this.channels = channels;
        piece = channels * Math.max(1, PIECE / channels);
    }

    @Override
    public Statistics statistics(INDArray z, double[] origin) {
        FloatBuffer source = z.data().asNioFloat();
        float[] origins = repeated(origin);
        float[][] sums = new float[PARTS][piece];
        float[][] squares = new float[PARTS][piece];
        inParts(z.length(), (part, from, length, scratch, second) -> {
            source.get(from, scratch, 0, length);
            ChannelKernels.accumulate(scratch, length, origins, sums[part], squares[part]);
        });
        double count = z.length() / (double) channels;
        double[] mean = folded(sums);
        double[] variance = folded(squares);
        for (int channel = 0; channel < channels; channel++) {
            double distance = mean[channel] / count;
            mean[channel] = origin[channel] + distance;
            variance[channel] = Math.max(0, variance[channel] / count - distance * distance);
        }
        return new Statistics(mean, variance);
    }

    @Override
    public void forwards(INDArray z, Statistics statistics, double[] shift, INDArray output) {
        FloatBuffer source = z.data().asNioFloat();
        FloatBuffer target = output.data().asNioFloat();
        Line line = line(statistics, shift);
        inParts(z.length(), (part, from, length, scratch, second) -> {
            source.get(from, scratch, 0, length);
            ChannelKernels.rectify(scratch, length, line.scale, line.offset);
            target.put(from, scratch, 0, length);
        });
    }

    @Override
    public double[] backwards(INDArray z, INDArray slopes, Statistics statistics, double[] shift, INDArray target) {
        FloatBuffer values = z.data().asNioFloat();
        FloatBuffer outer = slopes.data().asNioFloat();
        FloatBuffer inner = target.data().asNioFloat();
        Line line = line(statistics, shift);
        float[] means = repeated(statistics.mean());
        float[][] sums = new float[PARTS][piece];
        float[][] products = new float[PARTS][piece];
        inParts(z.length(), (part, from, length, x, d) -> {
            values.get(from, x, 0, length);
            outer.get(from, d, 0, length);
            ChannelKernels.gate(x, d, length, line.scale, line.offset);
            ChannelKernels.accumulateProducts(x, d, length, means, sums[part], products[part]);
        });
        double[] sum = folded(sums);
        double[] product = folded(products);
        double count = z.length() / (double) channels;
        double[] byValue = new double[channels];
        double[] constant = new double[channels];
        for (int channel = 0; channel < channels; channel++) {
            double scale = 1 / Math.sqrt(statistics.variance()[channel] + EPSILON);
            byValue[channel] = -scale * scale * scale * product[channel] / count;
            constant[channel] = -scale * sum[channel] / count
                    - byValue[channel] * statistics.mean()[channel];
        }
        float[] byValues = repeated(byValue);
        float[] constants = repeated(constant);
        inParts(z.length(), (part, from, length, x, d) -> {
            values.get(from, x, 0, length);
            outer.get(from, d, 0, length);
            ChannelKernels.gate(x, d, length, line.scale, line.offset);
            ChannelKernels.combine(x, d, length, line.scale, byValues, constants);
            inner.put(from, d, 0, length);
        });
        return sum;
    }

    @Override
    public double[] backwardsFrozen(
            INDArray z, INDArray slopes, Statistics statistics, double[] shift, INDArray target) {
        FloatBuffer values = z.data().asNioFloat();
        FloatBuffer outer = slopes.data().asNioFloat();
        FloatBuffer inner = target.data().asNioFloat();
        Line line = line(statistics, shift);
        float[][] sums = new float[PARTS][piece];
        inParts(z.length(), (part, from, length, x, d) -> {
            values.get(from, x, 0, length);
            outer.get(from, d, 0, length);
            ChannelKernels.gate(x, d, length, line.scale, line.offset);
            ChannelKernels.addAndScale(d, length, line.scale, sums[part]);
            inner.put(from, d, 0, length);
        });
        return folded(sums);
    }

    /** The linear function before the ReLU, scale x + offset, with the values per channel repeated. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Line(float[] scale, float[] offset) {}

    private Line line(Statistics statistics, double[] shift) {
        double[] scale = new double[channels];
        double[] offset = new double[channels];
        for (int channel = 0; channel < channels; channel++) {
            scale[channel] = 1 / Math.sqrt(statistics.variance()[channel] + EPSILON);
            offset[channel] = shift[channel] - statistics.mean()[channel] * scale[channel];
        }
        return new Line(repeated(scale), repeated(offset));
    }

    private float[] repeated(double[] perChannel) {
        float[] repeated = new float[piece];
        for (int i = 0; i < piece; i++) {
            repeated[i] = (float) perChannel[i % channels];
        }
        return repeated;
    }

    private double[] folded(float[][] parts) {
        double[] perChannel = new double[channels];
        for (float[] part : parts) {
            for (int i = 0; i < piece; i++) {
                perChannel[i % channels] += part[i];
            }
        }
        return perChannel;
    }

    @FunctionalInterface
    private interface Work {
        void on(int part, int from, int length, float[] scratch, float[] second);
    }

    private void inParts(long total, Work work) {
        int pieces = Math.toIntExact((total + piece - 1) / piece);
        int perPart = (pieces + PARTS - 1) / PARTS;
        IntStream.range(0, PARTS).parallel().forEach(part -> {
            float[] scratch = new float[piece];
            float[] second = new float[piece];
            for (int i = part * perPart; i < Math.min(pieces, (part + 1) * perPart); i++) {
                int from = i * piece;
                work.on(part, from, (int) Math.min(piece, total - from), scratch, second);
            }
        });
    }
}
