package dev.plankton.workflows;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;

/** The input or output of a task, whatever is in it. */
record Values(@JsonValue Map<String, Object> map) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Values {}

    String text(String key) {
        return String.valueOf(map.get(key));
    }

    int number(String key) {
        return Integer.parseInt(text(key));
    }
}
