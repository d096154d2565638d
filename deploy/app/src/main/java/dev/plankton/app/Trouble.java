package dev.plankton.app;

/** A problem that the user can solve; the message is one sentence that says what is wrong and how to correct it. */
public final class Trouble extends Exception {
    private static final long serialVersionUID = 1L;

    public Trouble(String message) {
        super(message);
    }
}
