package dev.plankton.balance;

import dev.plankton.runtime.step.BadInputException;
import dev.plankton.runtime.store.ArtifactId;
import java.util.List;

/**
 * All numbers are JSON numbers; a rate may be written as 0.01 or 1e-2.
 *
 * @param datasetId the {@link dev.plankton.runtime.formats.DatasetManifest}
 * @param imagesPerClass samples of each class in a training set
 * @param seed seed of the first draw
 * @param resampleAtRounds rounds, from 1, before which the training set is drawn again, each time with the next seed
 * @param rounds number of learning-rate rounds
 * @param learningRate rate of round 1
 * @param learningRateDecay factor from one round's rate to the next one's
 * @param learningRates the rate of each round instead; empty to use {@code learningRate} and its decay
 * @param stepsPerEpoch training steps in an epoch
 * @param epochsPerRound epochs in a round
 */
public record BalanceInput(
        ArtifactId datasetId,
        int imagesPerClass,
        long seed,
        List<Integer> resampleAtRounds,
        int rounds,
        double learningRate,
        double learningRateDecay,
        List<Double> learningRates,
        int stepsPerEpoch,
        int epochsPerRound) {

    public BalanceInput {
        if (datasetId == null) {
            throw new BadInputException("datasetId is missing; give the one that an earlier run printed.");
        }
        check("imagesPerClass", imagesPerClass, 1, 1_000_000);
        check("rounds", rounds, 1, 10_000);
        check("stepsPerEpoch", stepsPerEpoch, 1, 1_000_000);
        check("epochsPerRound", epochsPerRound, 1, 1_000);
        resampleAtRounds = resampleAtRounds == null ? List.of() : List.copyOf(resampleAtRounds);
        learningRates = learningRates == null ? List.of() : List.copyOf(learningRates);
        for (int round : resampleAtRounds) {
            check("a round in resampleAtRounds", round, 1, rounds);
        }
        if (!learningRates.isEmpty() && learningRates.size() != rounds) {
            throw new BadInputException("learningRates holds %d rates for %d rounds; give one for each round."
                    .formatted(learningRates.size(), rounds));
        }
        new Rates(learningRate, learningRateDecay, learningRates).check(rounds);
    }

    private static void check(String name, int value, int lowest, int highest) {
        if (value < lowest || value > highest) {
            throw new BadInputException("%s must be from %d to %d, not %d.".formatted(name, lowest, highest, value));
        }
    }

    Rates rates() {
        return new Rates(learningRate, learningRateDecay, learningRates);
    }
}
