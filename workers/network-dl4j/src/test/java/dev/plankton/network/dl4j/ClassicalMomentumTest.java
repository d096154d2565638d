package dev.plankton.network.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class ClassicalMomentumTest {

    @Test
    void stepsAsWrittenAndDecaysOnlyWeights() {
        INDArray parameters = Nd4j.createFromArray(2.0, 3.0).reshape(1, 2);
        double[] weight = {2, 3};
        double[] velocity = new double[2];
        try (ClassicalMomentum momentum = new ClassicalMomentum(
                0.9, 0.01, parameters, List.of(parameters.get(NDArrayIndex.all(), NDArrayIndex.interval(0, 1))))) {
            for (int step = 1; step <= 4; step++) {
                double rate = 0.1 * step;
                momentum.step(Nd4j.createFromArray(0.5, -step).reshape(1, 2), rate);
                double[] gradient = {0.5 + 0.01 * weight[0], -step};
                for (int i = 0; i < 2; i++) {
                    velocity[i] = 0.9 * velocity[i] + rate * gradient[i];
                    weight[i] -= velocity[i];
                    assertThat(parameters.getDouble(i)).isCloseTo(weight[i], within(1e-12));
                    assertThat(momentum.velocity().getDouble(i)).isCloseTo(velocity[i], within(1e-12));
                }
            }
        }
    }
}
