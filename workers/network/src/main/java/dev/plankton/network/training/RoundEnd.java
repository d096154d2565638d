package dev.plankton.network.training;

import dev.plankton.contracts.choices.BatchNorm;
import dev.plankton.contracts.choices.TrainedPart;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.data.InputBatch;
import dev.plankton.network.data.TrainingPool;
import dev.plankton.network.data.Variation;
import dev.plankton.network.objective.Objective;
import dev.plankton.network.training.BatchSampler.Purpose;
import java.util.OptionalDouble;

/** What is done with a network when the steps of a round are finished. */
record RoundEnd(NetworkSettings network, TrainingSettings training, Objective objective) {
    private static final int SETTLING_BATCHES = 20;

    /**
     * While the weights change fast, the running statistics of batch normalisation lag behind, most of all in the first
     * rounds. So each round ends by averaging the statistics over batches that only take a forward pass ("precise batch
     * norm", Wu and Johnson 2021, section 3.2).
     */
    void settle(Learner learner, TrainingPool train, int round) {
        if (training.batchNorm() == BatchNorm.FROZEN || training.part() instanceof TrainedPart.HeadOnly) {
            return;
        }
        BatchSampler sampler = new BatchSampler(train, training, Purpose.STATISTICS);
        for (int step = 1; step <= SETTLING_BATCHES; step++) {
            learner.settle(InputBatch.of(train, sampler.draw(round, step), Variation.SYMMETRIES, network), 1.0 / step);
        }
    }

    /** The mean loss over validation batches; empty if there are none, or it is not a finite number. */
    OptionalDouble loss(Learner learner, TrainingPool validation, Round round) throws InterruptedException {
        if (round.validationSteps() == 0) {
            return OptionalDouble.empty();
        }
        TrainingPool fitting = PoolCheck.fitting(validation, network, training.part());
        BatchSampler sampler = new BatchSampler(fitting, training, Purpose.VALIDATION);
        double sum = 0;
        for (int step = 1; step <= round.validationSteps(); step++) {
            if (Thread.interrupted()) {
                throw new InterruptedException("stopped while the loss was measured on validation images");
            }
            InputBatch batch =
                    InputBatch.of(validation, sampler.draw(round.round(), step), Variation.SYMMETRIES, network);
            sum += objective.evaluate(learner.outputs(batch), batch.classes()).loss();
        }
        double mean = sum / round.validationSteps();
        return Double.isFinite(mean) ? OptionalDouble.of(mean) : OptionalDouble.empty();
    }
}
