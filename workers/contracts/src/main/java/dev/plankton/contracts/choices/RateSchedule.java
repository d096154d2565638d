package dev.plankton.contracts.choices;

/** How the learning rate falls from one round to the next. */
public enum RateSchedule {
    /**
     * Along half a cosine, from nearly the first rate to nearly 0 (Loshchilov and Hutter 2017, "SGDR: stochastic gradient
     * descent with warm restarts", equation 5, without restarts). A round trains at the rate of its middle.
     */
    COSINE,
    /** By the same factor from each round to the next. */
    EXPONENTIAL;

    /**
     * The learning rate of a round.
     *
     * @param round from 1
     * @param rounds number of rounds
     * @param first the rate that training begins with
     * @param decay factor from one round to the next; only {@link #EXPONENTIAL} has one
     */
    public double rate(int round, int rounds, double first, double decay) {
        return switch (this) {
            case COSINE -> first * 0.5 * (1 + Math.cos(Math.PI * (round - 0.5) / rounds));
            case EXPONENTIAL -> first * Math.pow(decay, round - 1);
        };
    }
}
