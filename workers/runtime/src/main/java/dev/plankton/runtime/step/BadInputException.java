package dev.plankton.runtime.step;

/**
 * The input can never work: one sentence that says what is wrong, where, and how to mend it. It becomes the task's
 * {@code reasonForIncompletion} and the run's reason in SQL, and the task is not tried again.
 */
public final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadInputException(String sentence) {
        super(sentence);
    }
}
