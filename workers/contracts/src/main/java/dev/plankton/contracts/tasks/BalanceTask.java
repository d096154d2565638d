package dev.plankton.contracts.tasks;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.RateSchedule;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.TrainingSet;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.inputs.Schema;
import java.util.List;

/** Balances a dataset into training sets and plans the rounds (SPEC 2 and 4). */
public final class BalanceTask {
    public static final TaskType<Input, Output> TYPE = TaskType.of(
            "plankton_balance",
            "Draws the same number of training images for each class and plans the rounds.",
            Input.class,
            Output.class);

    private BalanceTask() {}

    /**
     * A dataset and a schedule.
     *
     * @param datasetId a {@link DatasetManifest}
     * @param imagesPerClass samples of each class in a training set
     * @param seed seed of the first draw
     * @param resampleAtRounds rounds, counted from 1, before which the training set is drawn again, each time with the
     *     next seed
     * @param rounds number of learning-rate rounds
     * @param learningRate rate that training begins with
     * @param learningRateSchedule how it falls
     * @param learningRateDecay factor by which the rate is multiplied from one round to the next, in an exponential schedule
     * @param learningRates the rate of each round instead; empty to use the schedule
     * @param stepsPerEpoch training steps in an epoch
     * @param epochsPerRound epochs in a round
     */
    public record Input(
            ArtifactId datasetId,
            int imagesPerClass,
            long seed,
            List<Integer> resampleAtRounds,
            int rounds,
            double learningRate,
            RateSchedule learningRateSchedule,
            double learningRateDecay,
            List<Double> learningRates,
            int stepsPerEpoch,
            int epochsPerRound) {
        public Input {
            Schema.check("imagesPerClass", imagesPerClass);
            Schema.check("seed", seed);
            Schema.check("resampleAtRounds", resampleAtRounds);
            Schema.check("rounds", rounds);
            Schema.check("learningRate", learningRate);
            Schema.check("learningRateDecay", learningRateDecay);
            Schema.check("learningRates", learningRates);
            Schema.check("stepsPerEpoch", stepsPerEpoch);
            Schema.check("epochsPerRound", epochsPerRound);
            resampleAtRounds = List.copyOf(resampleAtRounds);
            learningRates = List.copyOf(learningRates);
            for (int round : resampleAtRounds) {
                if (round > rounds) {
                    throw new BadInputException(
                            "resampleAtRounds names round %d, but there are only %d rounds.".formatted(round, rounds));
                }
            }
            if (!learningRates.isEmpty() && learningRates.size() != rounds) {
                throw new BadInputException("learningRates holds %d rates for %d rounds; give one for each round."
                        .formatted(learningRates.size(), rounds));
            }
        }
    }

    /**
     * The plan.
     *
     * @param trainingSet the {@link TrainingSet} of the first round
     * @param rounds from round 1; round 0 is the network before training
     */
    public record Output(ArtifactId trainingSet, List<Round> rounds) {
        public Output {
            rounds = List.copyOf(rounds);
        }
    }

    /**
     * A round.
     *
     * @param round from 1
     * @param steps training steps
     * @param trainingSet a {@link TrainingSet}
     */
    public record Round(int round, double learningRate, int steps, ArtifactId trainingSet) {}
}
