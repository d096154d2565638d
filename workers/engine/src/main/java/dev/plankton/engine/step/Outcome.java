package dev.plankton.engine.step;

import java.util.List;
import java.util.Map;

/** How one attempt at a step ended. */
public sealed interface Outcome {

    /** The work was done now. */
    record Completed(Map<String, Object> output) implements Outcome {}

    /** The same step was finished before: its output was found and its artifacts were verified. */
    record Reused(Map<String, Object> output) implements Outcome {}

    /** The input can never work; a sentence for each mistake says why and how to correct it. */
    record Rejected(List<String> mistakes) implements Outcome {
        public Rejected {
            mistakes = List.copyOf(mistakes);
        }

        /** All mistakes in one line. */
        public String sentences() {
            return String.join(" ", mistakes);
        }
    }

    /** A temporary failure; another attempt may succeed. */
    record Failed(String reason) implements Outcome {}

    /** The workflow no longer wants the result, or the worker is being stopped. */
    record Cancelled() implements Outcome {}
}
