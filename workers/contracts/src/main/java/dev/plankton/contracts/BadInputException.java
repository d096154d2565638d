package dev.plankton.contracts;

/**
 * Thrown when an input can never work. The message is one sentence that says what is wrong, where, and how to fix it.
 * It becomes the task's {@code reasonForIncompletion} and the run's reason in SQL. The task is not retried.
 */
public final class BadInputException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public BadInputException(String sentence) {
        super(sentence);
    }

    /** @param cause for the log; the sentence must hold everything that a user needs */
    public BadInputException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
