package dev.plankton.network.weights;

/** What was given holds no weights of Inception v3; says why, in a clause or, once it leaves this package, a sentence. */
public final class UnusableWeightsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnusableWeightsException(String message) {
        super(message);
    }

    UnusableWeightsException(String message, Throwable cause) {
        super(message, cause);
    }
}
