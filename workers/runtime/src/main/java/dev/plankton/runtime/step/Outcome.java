package dev.plankton.runtime.step;

import java.util.Map;

/** How one attempt at a step ended. */
public sealed interface Outcome {

    /** The work was done now. */
    record Completed(Map<String, Object> output) implements Outcome {}

    /** The same step had been finished before; its output was found, its artifacts verified. */
    record Reused(Map<String, Object> output) implements Outcome {}

    /** The input can never work; the sentence says why and how to mend it. */
    record Rejected(String sentence) implements Outcome {}

    /** Something passing went wrong; another attempt may succeed. */
    record Failed(String reason) implements Outcome {}

    /** The workflow no longer wants the result, or the worker is being stopped. */
    record Cancelled() implements Outcome {}
}
