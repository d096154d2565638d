package dev.plankton.network.objective;

/** {@link dev.plankton.contracts.choices.Loss#GEOMETRIC}: p + margin / n. */
record GeometricTripletLoss(double margin) implements TripletLoss {
    /** Smaller n count as this value, so that the loss stays finite when a negative equals its anchor. */
    static final double LEAST_NEGATIVE = 1e-6;

    @Override
    public Term at(double p, double n) {
        boolean floored = n < LEAST_NEGATIVE;
        double apart = floored ? LEAST_NEGATIVE : n;
        return new Term(p + margin / apart, 1, floored ? 0 : -margin / (apart * apart));
    }
}
