package dev.plankton.weights;

/**
 * Thrown when the given source holds no usable weights of Inception v3. The message says why: as a clause inside this
 * package, as a sentence outside it.
 */
public final class UnusableWeightsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnusableWeightsException(String message) {
        super(message);
    }

    UnusableWeightsException(String message, Throwable cause) {
        super(message, cause);
    }
}
