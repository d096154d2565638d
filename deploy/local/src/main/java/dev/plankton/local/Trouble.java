package dev.plankton.local;

/** Something that the user can mend; the message is one sentence that says what and how. */
final class Trouble extends Exception {
    private static final long serialVersionUID = 1L;

    Trouble(String message) {
        super(message);
    }
}
