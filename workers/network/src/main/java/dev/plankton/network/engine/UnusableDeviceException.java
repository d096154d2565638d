package dev.plankton.network.engine;

/**
 * This machine has no device that this build of the network can use. The message is one sentence with the alternatives.
 * The exception prints only that sentence and no stack trace, which would not help anybody.
 */
public final class UnusableDeviceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnusableDeviceException(String sentence) {
        super(sentence, null, false, false);
    }

    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
