package dev.plankton.network.engines;

import static dev.plankton.network.testing.Stripes.NETWORK;
import static dev.plankton.network.testing.Stripes.POOL;
import static dev.plankton.network.testing.Stripes.TRAINING;
import static dev.plankton.network.testing.Stripes.round;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.plankton.contracts.choices.NetworkEngine;
import dev.plankton.contracts.choices.Precision;
import dev.plankton.network.checkpoint.Checkpoint;
import dev.plankton.network.engine.TrainingEngine;
import dev.plankton.network.engine.UnusableDeviceException;
import dev.plankton.network.training.RoundResult;
import dev.plankton.network.training.Trainer;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrecisionTest {
    private static final TrainingEngine PYTORCH = BothEngines.ENGINES.named(NetworkEngine.PYTORCH);

    @TempDir
    Path folder;

    /** Some processors cannot; there it is refused in one sentence, and nothing is left to test. */
    @BeforeEach
    void requireSixteenBits() {
        try {
            PYTORCH.learners(Precision.BF16);
        } catch (UnusableDeviceException e) {
            assertThat(e.toString())
                    .matches("libtorch cannot calculate with 16 bits on this machine \\(.+\\); use precision fp32\\.");
            abort(e.toString());
        }
    }

    /** bfloat16 has 8 significant bits, so the first losses differ by a few in a hundred, but they differ. */
    @Test
    void sixteenBitsLearnAlmostTheSame() throws Exception {
        RoundResult exact = train(Precision.FP32);
        RoundResult rounded = train(Precision.BF16);

        assertThat((double) rounded.losses()[0])
                .isCloseTo(exact.losses()[0], within(0.05 * exact.losses()[0]))
                .isNotEqualTo(exact.losses()[0]);
        assertThat(rounded.loss()).isLessThan(1.2 * exact.loss());
        assertThat(rounded.losses()[39]).isLessThan(rounded.losses()[0] / 2);
    }

    /** Sums of many small changes would be lost in 16 bits. */
    @Test
    void weightsKeepThirtyTwoBits() throws Exception {
        train(Precision.BF16);

        float[] weights = Checkpoint.read(folder.resolve("BF16")).parameter("stem0/W", 24 * 9);
        int shortened = 0;
        for (float weight : weights) {
            shortened += (Float.floatToIntBits(weight) & 0xFFFF) == 0 ? 1 : 0;
        }
        assertThat(shortened).isLessThan(weights.length / 10);
    }

    @Test
    void deeplearning4jHasThirtyTwoBitsOnly() {
        TrainingEngine dl4j = BothEngines.ENGINES.named(NetworkEngine.DL4J);

        assertThatThrownBy(() -> dl4j.learners(Precision.BF16))
                .hasMessage(
                        "trainingEngine dl4j calculates with precision fp32 only; use trainingEngine pytorch, or precision fp32.");
    }

    private RoundResult train(Precision precision) throws Exception {
        try (Trainer trainer = Trainer.create(PYTORCH.learners(precision), NETWORK, TRAINING, Optional.empty())) {
            RoundResult result = trainer.train(POOL, POOL, round(1, 40), progress -> {});
            trainer.save(folder.resolve(precision.name()));
            return result;
        }
    }
}
