package dev.plankton.network.objective;

/**
 * The loss of one triplet as a function of its squared Euclidean distances (SPEC 4).
 * {@link dev.plankton.contracts.choices.Loss} lists the formulas.
 */
@FunctionalInterface
interface TripletLoss {
    /** Value of the loss and its derivatives with respect to p and n. */
    record Term(double value, double slopePositive, double slopeNegative) {}

    /**
     * The loss of a triplet.
     *
     * @param p squared distance from the anchor to the positive
     * @param n squared distance from the anchor to the negative
     */
    Term at(double p, double n);
}
