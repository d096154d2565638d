package dev.plankton.network;

/** What a network's weights expect grey values, 0 black to 255 white, to be turned into (SPEC 3). */
public enum InputScaling {
    /** From -1 to 1, as for Keras' weights from ImageNet. */
    SIGNED(127.5f, 1),
    /** From 0 to 1. */
    UNIT(255, 0);

    private final float divisor;
    private final float subtrahend;

    InputScaling(float divisor, float subtrahend) {
        this.divisor = divisor;
        this.subtrahend = subtrahend;
    }

    /** @param grey from 0 to 255 */
    public float apply(int grey) {
        return grey / divisor - subtrahend;
    }

    float divisor() {
        return divisor;
    }

    float subtrahend() {
        return subtrahend;
    }
}
