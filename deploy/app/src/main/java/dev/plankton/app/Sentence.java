package dev.plankton.app;

/** What went wrong, as a line for the user. */
public final class Sentence {

    private Sentence() {}

    /** The failure's own message if it was written for users; otherwise the kind of failure and the message. */
    public static String of(Throwable failure) {
        String message = failure.getMessage();
        if (message == null || message.isBlank()) {
            return failure.getClass().getSimpleName();
        }
        boolean ours = failure instanceof Trouble || message.endsWith(".");
        return ours ? message : "%s: %s".formatted(failure.getClass().getSimpleName(), message);
    }
}
