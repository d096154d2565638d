package dev.plankton.engine.step;

import java.time.Instant;

/** The progress of one round of training. Close it when this process no longer trains the round. */
public interface RoundMeasures extends AutoCloseable {

    /**
     * A step is done.
     *
     * @param step number of finished steps, from 1
     * @param loss of this step's batch
     */
    void step(int step, double loss);

    /** The work of the round up to this moment is not lost if the process ends. */
    void safeUpTo(Instant moment);

    @Override
    void close();
}
