package dev.plankton.network;

/**
 * Where a network's weights come from and which of them learn (SPEC 3).
 *
 * @param weights "none": drawn at random
 * @param train "all": every weight learns
 */
public record WeightSettings(String weights, String train) {
    /** @throws IllegalArgumentException for what is not built yet, in one sentence */
    public WeightSettings {
        if (!weights.equals("none")) {
            throw new IllegalArgumentException(
                    "weights %s cannot be used yet: training starts from random weights, use none".formatted(weights));
        }
        if (!train.equals("all")) {
            throw new IllegalArgumentException(
                    "train %s is not built yet: the whole network learns, use all".formatted(train));
        }
    }
}
