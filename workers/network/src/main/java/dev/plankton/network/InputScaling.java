package dev.plankton.network;

/** What a network's weights expect grey values, 0 black to 255 white, to be turned into (SPEC 3). */
public enum InputScaling {
    /** From -1 to 1, as for Keras' weights from ImageNet. */
    SIGNED {
        @Override
        public float apply(int grey) {
            return grey / 127.5f - 1;
        }
    },
    /** From 0 to 1. */
    UNIT {
        @Override
        public float apply(int grey) {
            return grey / 255f;
        }
    };

    /** @param grey from 0 to 255 */
    public abstract float apply(int grey);
}
