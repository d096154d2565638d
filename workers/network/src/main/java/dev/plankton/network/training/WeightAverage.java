package dev.plankton.network.training;

import java.util.Map;
import java.util.TreeMap;

/**
 * The exponential moving average of a network's parameters over the steps of training (Polyak and Juditsky 1992;
 * Tarvainen and Valpola 2017). It recognises classes better than the parameters of the last step, which still jump.
 */
final class WeightAverage {
    /** Parameters are read from the engine every so many steps. */
    static final int EVERY = 10;

    private static final double FIRST_STEPS = 10;

    private final double decay;
    private final Map<String, float[]> start;
    private final Map<String, float[]> mean = new TreeMap<>();

    /** @param decay share of the average that is left after a step. @param start the average so far */
    WeightAverage(double decay, Map<String, float[]> start) {
        this.decay = decay;
        this.start = start;
    }

    /** Whether the parameters after this step of a round, counted from 1, belong to the average. */
    static boolean takes(int step, int stepsOfRound) {
        return step % EVERY == 0 || step == stepsOfRound;
    }

    /**
     * Moves the average towards the parameters after a step.
     *
     * @param step of the round, counted from 1
     * @param before steps of earlier rounds; the average of few steps forgets faster, because it began at random
     */
    void add(Map<String, float[]> parameters, int step, long before) {
        int passed = step % EVERY == 0 ? EVERY : step % EVERY;
        long steps = before + step;
        double share = Math.pow(Math.min(decay, steps / (steps + FIRST_STEPS)), passed);
        parameters.forEach((name, values) -> {
            float[] average = mean.computeIfAbsent(
                    name, key -> start.getOrDefault(key, values).clone());
            for (int i = 0; i < average.length; i++) {
                average[i] = (float) (share * average[i] + (1 - share) * values[i]);
            }
        });
    }

    /** Takes these values, in which the statistics of batch normalisation fit the averaged weights. */
    void replace(Map<String, float[]> values) {
        values.forEach((name, settled) -> mean.put(name, settled.clone()));
    }

    /** The averages, by name. */
    Map<String, float[]> values() {
        return mean;
    }
}
