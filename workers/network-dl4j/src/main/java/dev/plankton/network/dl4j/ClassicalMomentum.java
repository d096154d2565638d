package dev.plankton.network.dl4j;

import java.util.List;
import org.nd4j.linalg.api.blas.Level1;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Stochastic gradient descent with classical momentum, as in Keras and the original (ND4J has only Nesterov's), and
 * weight decay: v = momentum v + rate (g + decay w); w = w - v. It owns the velocity. It takes four passes over memory
 * and no temporary arrays, because there are 21.8 million parameters.
 */
final class ClassicalMomentum implements AutoCloseable {
    private final double momentum;
    private final double decay;
    private final INDArray parameters;
    private final List<INDArray> decaying;
    private final INDArray velocity;

    /**
     * @param parameters all parameters that are trained
     * @param decaying views of those to which weight decay applies
     */
    ClassicalMomentum(double momentum, double decay, INDArray parameters, List<INDArray> decaying) {
        this.momentum = momentum;
        this.decay = decay;
        this.parameters = parameters.reshape(parameters.length());
        this.decaying = List.copyOf(decaying);
        velocity = this.parameters.like();
    }

    /** @param gradients in the order of the parameters; overwritten */
    void step(INDArray gradients, double rate) {
        INDArray flat = gradients.reshape(gradients.length());
        Level1 blas = Nd4j.getBlasWrapper().level1();
        if (decay > 0) {
            for (INDArray view : decaying) {
                long from = view.offset() - parameters.offset();
                INDArray weights = slice(parameters, from, view.length());
                blas.axpy(view.length(), decay, weights, slice(flat, from, view.length()));
            }
        }
        velocity.muli(momentum);
        blas.axpy(flat.length(), rate, flat, velocity);
        blas.axpy(flat.length(), -1, velocity, parameters);
    }

    private static INDArray slice(INDArray flat, long from, long length) {
        return flat.get(NDArrayIndex.interval(from, from + length));
    }

    INDArray velocity() {
        return velocity;
    }

    @Override
    public void close() {
        velocity.close();
    }
}
