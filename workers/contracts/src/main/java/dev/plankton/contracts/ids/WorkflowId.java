package dev.plankton.contracts.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A workflow in Conductor: a run, or a part of one. */
public record WorkflowId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WorkflowId {}

    @Override
    public String toString() {
        return value;
    }
}
