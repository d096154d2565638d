package dev.plankton.network.pytorch;

import dev.plankton.network.architecture.Parameters;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Stochastic gradient descent with classical momentum and weight decay: v = momentum v + rate (g + decay w); w = w - v.
 * Shifts do not decay.
 */
final class ClassicalMomentum {
    private final double momentum;
    private final double decay;

    ClassicalMomentum(double momentum, double decay) {
        this.momentum = momentum;
        this.decay = decay;
    }

    /** @param gradients in the order of the parameters' names */
    void step(NamedTensors parameters, NamedTensors velocity, List<Tensor> gradients, double rate) {
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            Scalar kept = new Scalar(momentum);
            Scalar moved = new Scalar(rate);
            Scalar decayed = new Scalar(rate * decay);
            int next = 0;
            for (Map.Entry<String, Tensor> parameter : parameters.all().entrySet()) {
                Tensor speed = velocity.get(parameter.getKey());
                speed.mul_(kept);
                speed.add_(gradients.get(next++), moved);
                if (decay > 0 && parameter.getKey().endsWith("/" + Parameters.WEIGHTS)) {
                    speed.add_(parameter.getValue(), decayed);
                }
                parameter.getValue().sub_(speed);
            }
        }
    }
}
