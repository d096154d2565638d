package dev.plankton.network.architecture;

/** The scaling of grey values, 0 black to 255 white, that a network's weights expect (SPEC 3). */
public enum InputScaling {
    /** To values from -1 to 1, as for Keras' weights from ImageNet. */
    SIGNED(127.5f, 1),
    /** To values from 0 to 1. */
    UNIT(255, 0);

    private final float divisor;
    private final float subtrahend;

    InputScaling(float divisor, float subtrahend) {
        this.divisor = divisor;
        this.subtrahend = subtrahend;
    }

    /**
     * @param grey from 0 to 255
     * @return the scaled value: grey / divisor - subtrahend
     */
    public float apply(int grey) {
        return grey / divisor - subtrahend;
    }

    public float divisor() {
        return divisor;
    }

    public float subtrahend() {
        return subtrahend;
    }
}
