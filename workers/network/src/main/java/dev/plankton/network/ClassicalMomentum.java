package dev.plankton.network;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Stochastic gradient descent with classical momentum, as Keras and the original have it (ND4J has Nesterov's only), and
 * weight decay: v = momentum v + rate (g + decay w); w = w - v. Owns the velocity.
 */
final class ClassicalMomentum implements AutoCloseable {
    private final double momentum;
    private final double decay;
    private final INDArray decayed;
    private final INDArray velocity;

    /** @param decayed 1 for each parameter that decays, else 0; owned from now on */
    ClassicalMomentum(double momentum, double decay, INDArray decayed) {
        this.momentum = momentum;
        this.decay = decay;
        this.decayed = decayed.reshape(decayed.length());
        velocity = this.decayed.like();
    }

    /** Overwrites the gradients. */
    void step(INDArray parameters, INDArray gradients, double rate) {
        update(parameters.reshape(parameters.length()), gradients.reshape(gradients.length()), rate);
    }

    private void update(INDArray parameters, INDArray gradients, double rate) {
        if (decay > 0) {
            try (INDArray shrinking = parameters.mul(decayed)) {
                gradients.addi(shrinking.muli(decay));
            }
        }
        velocity.muli(momentum).addi(gradients.muli(rate));
        parameters.subi(velocity);
    }

    INDArray velocity() {
        return velocity;
    }

    @Override
    public void close() {
        velocity.close();
        decayed.close();
    }
}
