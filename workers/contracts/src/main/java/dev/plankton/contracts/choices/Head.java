package dev.plankton.contracts.choices;

/** The last layer of a network (SPEC 3). */
public enum Head {
    /** A dense layer, then scaling to length 1. */
    SPHERE,
    /** A dense layer, then a sigmoid: every value is between 0 and 1. */
    SIGMOID;

    /** The largest squared distance between two embeddings of so many dimensions. */
    public int largestSquaredDistance(int dimensions) {
        return switch (this) {
            case SPHERE -> 4;
            case SIGMOID -> dimensions;
        };
    }
}
