package dev.plankton.network;

/**
 * This machine has nothing that this build of the network can compute on; the message is one sentence with the
 * alternatives. It shows itself as that sentence alone: where in the code it was found out helps nobody.
 */
public final class UnusableDeviceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableDeviceException(String sentence) {
        super(sentence, null, false, false);
    }

    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
