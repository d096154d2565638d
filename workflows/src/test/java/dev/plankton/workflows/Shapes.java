package dev.plankton.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plankton.steps.Steps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Looks into the definitions. */
final class Shapes {
    private Shapes() {}

    static Definitions definitions() {
        try {
            return Definitions.read(Steps.types());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode workflow(String name) {
        return definitions().workflows().stream()
                .filter(definition -> definition.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The tasks of a workflow and those inside them. */
    static List<JsonNode> tasks(String workflow) {
        return all(workflow(workflow).path("tasks"));
    }

    /** Tasks, or branches of them, and those inside them. */
    static List<JsonNode> all(JsonNode list) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode task : list) {
            if (task.isArray()) {
                found.addAll(all(task));
                continue;
            }
            found.add(task);
            found.addAll(all(task.path("loopOver")));
            task.path("decisionCases").forEach(branch -> found.addAll(all(branch)));
            found.addAll(all(task.path("defaultCase")));
            found.addAll(all(task.path("forkTasks")));
        }
        return found;
    }
}
