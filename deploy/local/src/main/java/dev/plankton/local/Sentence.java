package dev.plankton.local;

/** What went wrong, as a line for the user. */
final class Sentence {

    private Sentence() {}

    /** The failure's own message where it was written for users, and its kind as well where it was not. */
    static String of(Throwable failure) {
        String message = failure.getMessage();
        if (message == null || message.isBlank()) {
            return failure.getClass().getSimpleName();
        }
        boolean ours = failure instanceof Trouble || message.endsWith(".");
        return ours ? message : "%s: %s".formatted(failure.getClass().getSimpleName(), message);
    }
}
