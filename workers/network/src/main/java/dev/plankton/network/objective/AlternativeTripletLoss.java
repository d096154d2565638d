package dev.plankton.network.objective;

/** {@link dev.plankton.contracts.choices.Loss#ALTERNATIVE}: p + max(0, margin - n). */
record AlternativeTripletLoss(double margin) implements TripletLoss {
    @Override
    public Term at(double p, double n) {
        return n < margin ? new Term(p + margin - n, 1, -1) : new Term(p, 1, 0);
    }
}
