package dev.plankton.sweep;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * @param number of the combination, from 1
 * @param values what the run has for itself
 * @param run its id; blank if it could not even be started
 */
public record SweepNoteInput(int number, Map<String, Object> values, String run) {
    public SweepNoteInput(int number, Map<String, Object> values, @Nullable String run) {
        this.number = number;
        this.values = values;
        this.run = run == null ? "" : run;
    }
}
