package dev.plankton.steps.train;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.tasks.TrainTask;
import dev.plankton.network.training.TrainingProgress;

/**
 * Ends a round that cannot succeed: the loss is not a number, or all embeddings have become one point (SPEC 5). In the
 * second case the distances p and n become 0, and losses of triplets of the form max(0, p - n + margin) stay at the
 * margin. A
 * network with new random weights may look like that for a moment, so only many such steps in a row count.
 */
final class CollapseWatch {
    private static final int STRETCH = 100;
    private static final double NEAR_ZERO = 1e-3;
    private static final double NEAR_MARGIN = 1e-3;

    private final TrainTask.Input input;
    private int collapsedSteps;

    CollapseWatch(TrainTask.Input input) {
        this.input = input;
    }

    /** Checks one more step. */
    void onStep(TrainingProgress progress) {
        if (!Double.isFinite(progress.loss()) || !Double.isFinite(progress.meanPairwiseDistance())) {
            throw new BadInputException(
                    "Round %d diverged at step %d of %d: the loss is no longer a finite number; try a lower learningRate (now %s) or more warmupSteps (now %d)."
                            .formatted(
                                    input.round(),
                                    progress.step(),
                                    progress.steps(),
                                    input.learningRate(),
                                    input.warmupSteps()));
        }
        boolean onePoint = progress.meanPairwiseDistance() < NEAR_ZERO;
        boolean stuckAtMargin =
                input.loss().ofTriplets() && Math.abs(progress.loss() - input.margin()) < NEAR_MARGIN * input.margin();
        collapsedSteps = onePoint || stuckAtMargin ? collapsedSteps + 1 : 0;
        if (collapsedSteps >= Math.min(STRETCH, progress.steps())) {
            throw new BadInputException(
                    "The network collapsed in round %d: for %d steps up to step %d of %d its embeddings lay within %.2g of each other on average and the loss was %.4g, the margin being %s; try a lower learningRate (now %s), more warmupSteps (now %d), head sphere or miner semi-hard."
                            .formatted(
                                    input.round(),
                                    collapsedSteps,
                                    progress.step(),
                                    progress.steps(),
                                    progress.meanPairwiseDistance(),
                                    progress.loss(),
                                    input.margin(),
                                    input.learningRate(),
                                    input.warmupSteps()));
        }
    }
}
