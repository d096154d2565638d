package dev.plankton.engine.step;

import dev.plankton.engine.store.Artifacts;
import java.io.IOException;

/** The work of one part of a step; see {@link StepContext#part}. */
@FunctionalInterface
public interface Part<T extends Record> {
    /**
     * Does the work.
     *
     * @param artifacts to read and publish with, instead of the step's: so what this part reads counts as an input of
     *     what this part publishes, and of nothing else
     */
    T run(Artifacts artifacts) throws IOException, InterruptedException;
}
