package dev.plankton.steps.trainingsummary;

import java.util.ArrayList;
import java.util.List;

/**
 * The training loss of each step of all rounds, one after another.
 *
 * @param rounds the losses of the steps of each round that kept them, in the order of rounds
 */
record LossSteps(List<Round> rounds) {
    static final List<String> COLUMNS = List.of("step", "round", "step_of_round", "loss");

    /** The steps of one round. @param before steps of all rounds before it */
    @SuppressWarnings("ArrayRecordComponent") // plain numbers to draw
    record Round(int round, long before, float[] losses) {

        long end() {
            return before + losses.length;
        }
    }

    /**
     * The points to draw: the mean loss of each stretch of steps, at its middle. All stretches have the same length.
     */
    @SuppressWarnings("ArrayRecordComponent") // plain numbers to draw
    record Thinned(double[] steps, double[] losses, int stretch) {}

    LossSteps {
        rounds = List.copyOf(rounds);
    }

    boolean isEmpty() {
        return rounds.isEmpty();
    }

    long steps() {
        return rounds.isEmpty() ? 0 : rounds.getLast().end();
    }

    /**
     * The losses as at most {@code most} points. A stretch of steps does not cross the end of a round, because the
     * learning rate changes there, so the last stretch of a round may be shorter.
     */
    Thinned thinned(int most) {
        int stretch = 1;
        while (points(stretch) > most) {
            stretch++;
        }
        List<Double> steps = new ArrayList<>();
        List<Double> losses = new ArrayList<>();
        for (Round round : rounds) {
            for (int start = 0; start < round.losses().length; start += stretch) {
                int end = Math.min(start + stretch, round.losses().length);
                double sum = 0;
                for (int step = start; step < end; step++) {
                    sum += round.losses()[step];
                }
                steps.add(round.before() + (start + 1 + end) / 2.0);
                losses.add(sum / (end - start));
            }
        }
        return new Thinned(array(steps), array(losses), stretch);
    }

    private long points(int stretch) {
        return rounds.stream()
                .mapToLong(round -> Math.ceilDiv(round.losses().length, stretch))
                .sum();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** One row per step, with the columns of {@link #COLUMNS}; steps count from 1. */
    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (Round round : rounds) {
            for (int step = 1; step <= round.losses().length; step++) {
                rows.add(List.of(
                        Long.toString(round.before() + step),
                        Integer.toString(round.round()),
                        Integer.toString(step),
                        Float.toString(round.losses()[step - 1])));
            }
        }
        return rows;
    }
}
