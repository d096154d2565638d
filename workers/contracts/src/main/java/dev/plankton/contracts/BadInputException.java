package dev.plankton.contracts;

import java.util.List;

/**
 * Thrown when an input can never work. The message says what is wrong, where, and how to fix it, in one sentence for
 * each mistake. It becomes the task's {@code reasonForIncompletion} and the run's reason in SQL. The task is not
 * retried.
 */
public final class BadInputException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // of strings, in a list that can be written
    private final List<String> mistakes;

    public BadInputException(String sentence) {
        this(List.of(sentence));
    }

    /** @param mistakes one sentence for each, at least one */
    public BadInputException(List<String> mistakes) {
        super(String.join(" ", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    /** @param cause for the log; the sentence must hold everything that a user needs */
    public BadInputException(String sentence, Throwable cause) {
        super(sentence, cause);
        this.mistakes = List.of(sentence);
    }

    /** One sentence for each mistake. */
    public List<String> mistakes() {
        return mistakes;
    }
}
