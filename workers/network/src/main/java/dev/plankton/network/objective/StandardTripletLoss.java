package dev.plankton.network.objective;

/** {@link dev.plankton.contracts.choices.Loss#STANDARD}: max(0, p - n + margin). */
record StandardTripletLoss(double margin) implements TripletLoss {
    @Override
    public Term at(double p, double n) {
        double value = p - n + margin;
        return value > 0 ? new Term(value, 1, -1) : new Term(0, 0, 0);
    }
}
