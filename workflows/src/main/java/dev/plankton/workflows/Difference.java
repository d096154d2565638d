package dev.plankton.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds where a definition on the server differs from ours. The server adds fields of its own to every definition;
 * those without meaning (null, false, 0, empty) and those with the server's default are no difference. In maps of
 * values, whose keys are ours, everything counts.
 */
final class Difference {
    /** Fields whose keys are not Conductor's but ours. */
    private static final Set<String> MAPS_OF_VALUES =
            Set.of("inputParameters", "inputTemplate", "outputParameters", "variables");

    /** Fields that the server fills in: bookkeeping, which is ignored whatever its value is, and defaults. */
    private static final Set<String> BOOKKEEPING =
            Set.of("createTime", "updateTime", "createdBy", "updatedBy", "ownerApp", "version");

    private static final Map<String, String> DEFAULTS = Map.of(
            "type", "SIMPLE",
            "taskStatusListenerEnabled", "true",
            "rateLimitFrequencyInSeconds", "1",
            "backoffScaleFactor", "1",
            "enforceSchema", "true",
            "timeoutPolicy", "TIME_OUT_WF");

    private Difference() {}

    /** The path of the first difference, for example {@code tasks[1].inputParameters.side}. */
    static Optional<String> first(JsonNode ours, JsonNode theirs) {
        return first("", ours, theirs, false);
    }

    private static Optional<String> first(String path, JsonNode ours, JsonNode theirs, boolean exact) {
        if (ours instanceof ObjectNode mine && theirs instanceof ObjectNode other) {
            return inObjects(path, mine, other, exact);
        }
        if (ours instanceof ArrayNode mine && theirs instanceof ArrayNode other) {
            return inArrays(path, mine, other, exact);
        }
        boolean same = ours.isNumber() && theirs.isNumber()
                ? ours.decimalValue().compareTo(theirs.decimalValue()) == 0
                : ours.equals(theirs);
        return same ? Optional.empty() : Optional.of(path);
    }

    private static Optional<String> inObjects(String path, ObjectNode ours, ObjectNode theirs, boolean exact) {
        Set<String> names = new TreeSet<>();
        ours.fieldNames().forEachRemaining(names::add);
        theirs.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            String at = path.isEmpty() ? name : path + "." + name;
            JsonNode mine = ours.get(name);
            JsonNode other = theirs.get(name);
            Optional<String> found;
            if (mine == null) {
                found = !exact && meansNothing(name, theirs.path(name)) ? Optional.empty() : Optional.of(at);
            } else if (other == null) {
                found = !exact && meansNothing(name, mine) ? Optional.empty() : Optional.of(at);
            } else {
                found = first(at, mine, other, exact || MAPS_OF_VALUES.contains(name) && mine.isObject());
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> inArrays(String path, ArrayNode ours, ArrayNode theirs, boolean exact) {
        if (ours.size() != theirs.size()) {
            return Optional.of(path);
        }
        Iterator<JsonNode> other = theirs.elements();
        int index = 0;
        for (JsonNode mine : ours) {
            Optional<String> found = first(path + "[" + index++ + "]", mine, other.next(), exact);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean meansNothing(String name, JsonNode value) {
        return BOOKKEEPING.contains(name)
                || value.isNull()
                || value.isContainerNode() && value.isEmpty()
                || value.isBoolean() && !value.booleanValue()
                || value.isNumber() && value.doubleValue() == 0
                || value.isTextual() && value.textValue().isEmpty()
                || value.asText().equals(DEFAULTS.get(name));
    }
}
