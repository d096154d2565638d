package dev.plankton.preprocess;

/** An image that must be left out; the message is the end of a sentence that begins with the image's name. */
final class UnusableImageException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableImageException(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
