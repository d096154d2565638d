package dev.plankton.train;

import dev.plankton.network.TrainingProgress;
import dev.plankton.runtime.step.BadInputException;

/**
 * Ends a round that leads nowhere: a loss that is no number, or embeddings that have all become one point (SPEC 5).
 * Then the distances p and n vanish, and losses of the form max(0, p - n + margin) stay at the margin. A network that
 * has just been drawn may look like that for a moment, so only a long unbroken stretch counts.
 */
final class CollapseWatch {
    private static final int STRETCH = 100;
    private static final double NEAR_ZERO = 1e-3;
    private static final double NEAR_MARGIN = 1e-3;

    private final TrainInput input;
    private int collapsedSteps;

    CollapseWatch(TrainInput input) {
        this.input = input;
    }

    /** Looks at one more step. */
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
        boolean stuckAtMargin = Math.abs(progress.loss() - input.margin()) < NEAR_MARGIN * input.margin();
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
