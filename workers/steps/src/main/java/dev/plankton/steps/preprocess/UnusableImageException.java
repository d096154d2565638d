package dev.plankton.steps.preprocess;

/** An image must be left out. The message completes a sentence that begins with the image's name. */
final class UnusableImageException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableImageException(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
