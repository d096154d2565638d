package dev.plankton.network;

/** Value and slopes of a triplet loss at squared distances p (to the positive) and n (to the negative). */
record TripletLoss(double value, double slopePositive, double slopeNegative) {
    /** Below it n counts as this, so that {@link Loss#GEOMETRIC} stays finite when a negative equals its anchor. */
    static final double LEAST_NEGATIVE = 1e-6;

    static TripletLoss of(Loss loss, double margin, double p, double n) {
        return switch (loss) {
            case STANDARD -> {
                double value = p - n + margin;
                yield value > 0 ? new TripletLoss(value, 1, -1) : new TripletLoss(0, 0, 0);
            }
            case GEOMETRIC -> {
                boolean floored = n < LEAST_NEGATIVE;
                double apart = floored ? LEAST_NEGATIVE : n;
                yield new TripletLoss(p + margin / apart, 1, floored ? 0 : -margin / (apart * apart));
            }
            case ALTERNATIVE -> n < margin ? new TripletLoss(p + margin - n, 1, -1) : new TripletLoss(p, 1, 0);
        };
    }
}
