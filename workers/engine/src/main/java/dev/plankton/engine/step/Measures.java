package dev.plankton.engine.step;

/** What a step tells of its progress to those who watch the workers. No result depends on it, and it never fails. */
public interface Measures {

    /** Counts images that the step has processed. */
    void images(int count);

    /**
     * The training of a round begins, or continues.
     *
     * @param round from 1
     * @param steps of the whole round
     */
    RoundMeasures round(int round, int steps);
}
