package dev.plankton.balance;

import dev.plankton.runtime.step.BadInputException;
import java.util.List;

/**
 * The learning rate of each round (SPEC 4): round n, from 1, trains at {@code initial * decay^(n - 1)}, or at the n-th
 * rate of an explicit list.
 */
record Rates(double initial, double decay, List<Double> explicit) {

    double ofRound(int round) {
        return explicit.isEmpty() ? initial * Math.pow(decay, round - 1) : explicit.get(round - 1);
    }

    /** @throws BadInputException if any round's rate is not a positive finite number */
    void check(int rounds) {
        if (explicit.isEmpty()) {
            positive("learningRate", initial);
            positive("learningRateDecay", decay);
        }
        for (int round = 1; round <= rounds; round++) {
            positive("the learning rate of round " + round, ofRound(round));
        }
    }

    private static void positive(String name, double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new BadInputException("%s must be a positive number, not %s.".formatted(name, value));
        }
    }
}
