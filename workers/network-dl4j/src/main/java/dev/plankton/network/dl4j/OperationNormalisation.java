package dev.plankton.network.dl4j;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** {@link Normalisation} by ND4J's operations: slower on a CPU, but for any data type and any device. */
final class OperationNormalisation implements Normalisation {

    @Override
    public Statistics statistics(INDArray z, double[] origin) {
        INDArray mean = z.mean(channelsLast(z));
        INDArray centred = z.sub(row(mean.toDoubleVector(), z));
        INDArray variance = centred.muli(centred).mean(channelsLast(z));
        return new Statistics(doubles(mean), doubles(variance));
    }

    @Override
    public void forwards(INDArray z, Statistics statistics, double[] shift, INDArray output) {
        output.assign(Transforms.relu(normalised(z, statistics).addi(row(shift, z)), false));
    }

    @Override
    public double[] backwards(INDArray z, INDArray slopes, Statistics statistics, double[] shift, INDArray target) {
        INDArray h = normalised(z, statistics);
        INDArray d = slopes.mul(h.add(row(shift, z)).gt(0).castTo(z.dataType()));
        INDArray sum = d.sum(channelsLast(z));
        double[] sums = doubles(sum);
        double count = z.length() / (double) sums.length;
        double[] along = doubles(d.mul(h).sum(channelsLast(z)).divi(count));
        d.subi(row(doubles(sum.div(count)), z)).subi(h.muli(row(along, z)));
        target.assign(d.muli(row(scale(statistics), z)));
        return sums;
    }

    @Override
    public double[] backwardsFrozen(
            INDArray z, INDArray slopes, Statistics statistics, double[] shift, INDArray target) {
        INDArray h = normalised(z, statistics);
        INDArray d = slopes.mul(h.addi(row(shift, z)).gt(0).castTo(z.dataType()));
        double[] sums = doubles(d.sum(channelsLast(z)));
        target.assign(d.muli(row(scale(statistics), z)));
        return sums;
    }

    private static INDArray normalised(INDArray z, Statistics statistics) {
        return z.sub(row(statistics.mean(), z)).muli(row(scale(statistics), z));
    }

    private static double[] scale(Statistics statistics) {
        double[] scale = new double[statistics.variance().length];
        for (int channel = 0; channel < scale.length; channel++) {
            scale[channel] = 1 / Math.sqrt(statistics.variance()[channel] + EPSILON);
        }
        return scale;
    }

    /** Every dimension but the last. */
    private static int[] channelsLast(INDArray z) {
        return IntStream.range(0, z.rank() - 1).toArray();
    }

    /** An array whose shape lets it repeat over all other dimensions. */
    private static INDArray row(double[] perChannel, INDArray like) {
        long[] shape = LongStream.generate(() -> 1).limit(like.rank()).toArray();
        shape[shape.length - 1] = perChannel.length;
        return Nd4j.createFromArray(perChannel).castTo(like.dataType()).reshape(shape);
    }

    private static double[] doubles(INDArray perChannel) {
        return perChannel.toDoubleVector();
    }
}
