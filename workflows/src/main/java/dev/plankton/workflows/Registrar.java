package dev.plankton.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plankton.contracts.tasks.TaskType;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Updates a Conductor server's definitions to those of this version. A workflow that differs from the newest version on
 * the server gets the next version, so that no run loses the definition with which it began. Runs that start later, and
 * the sub-workflows that they start, use the new version. Task definitions have no versions and are changed in place.
 * Registering twice, or from two places at once, has no further effect.
 */
public final class Registrar {
    private static final String WORKFLOWS = "metadata/workflow";
    private static final String TASKS = "metadata/taskdefs";
    private static final int ATTEMPTS = 5;

    private final ConductorApi api;

    /** @param conductorApi the address of its API, ending in {@code /api/} */
    public Registrar(URI conductorApi) {
        this.api = new ConductorApi(conductorApi);
    }

    /**
     * Registers the definitions of this version.
     *
     * @param types of all tasks
     * @return a line for each definition that says what was done with it
     * @throws IOException if the server cannot be reached or refuses a definition; those before it are registered
     */
    public List<String> register(List<TaskType<?, ?>> types) throws IOException, InterruptedException {
        return register(Definitions.read(types));
    }

    List<String> register(Definitions definitions) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        for (ObjectNode task : definitions.tasks()) {
            lines.add("task %s: %s".formatted(name(task), registerTask(task)));
        }
        for (ObjectNode workflow : definitions.workflows()) {
            lines.add("workflow %s: %s".formatted(name(workflow), registerWorkflow(workflow)));
        }
        return lines;
    }

    private String registerTask(ObjectNode ours) throws IOException, InterruptedException {
        Optional<JsonNode> theirs = api.get(TASKS + "/" + name(ours));
        if (theirs.isEmpty()) {
            api.post(TASKS, JsonNodeFactory.instance.arrayNode().add(ours));
            return "created";
        }
        Optional<String> difference = Difference.first(ours, theirs.get());
        if (difference.isEmpty()) {
            return "unchanged";
        }
        api.put(TASKS, ours);
        return "changed (%s differed)".formatted(difference.get());
    }

    private String registerWorkflow(ObjectNode ours) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<JsonNode> theirs = api.get(WORKFLOWS + "/" + name(ours));
            int newest =
                    theirs.map(definition -> definition.path("version").asInt()).orElse(0);
            Optional<String> difference = theirs.isEmpty() ? Optional.of("") : Difference.first(ours, theirs.get());
            if (difference.isEmpty()) {
                return "unchanged, version %d".formatted(newest);
            }
            if (api.post(WORKFLOWS, ours.deepCopy().put("version", newest + 1))) {
                return newest == 0
                        ? "created, version 1"
                        : "version %d (%s differed from version %d)".formatted(newest + 1, difference.get(), newest);
            }
            // another process has just registered this version: compare again
        }
        throw new IOException(
                "workflow %s: another process keeps registering it at the same time".formatted(name(ours)));
    }

    private static String name(ObjectNode definition) {
        return definition.path("name").asText();
    }
}
