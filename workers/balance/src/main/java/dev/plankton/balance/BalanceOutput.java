package dev.plankton.balance;

import java.util.List;

/** @param rounds what to do in each round, beginning with round 0, the network before training */
public record BalanceOutput(List<Round> rounds) {

    /**
     * @param learningRate the round's rate; 0 for round 0
     * @param steps training steps; 0 for round 0
     * @param trainingSet artifact id of the {@link dev.plankton.runtime.formats.TrainingSet}
     */
    public record Round(int round, double learningRate, int steps, String trainingSet) {}

    public BalanceOutput {
        rounds = List.copyOf(rounds);
    }
}
