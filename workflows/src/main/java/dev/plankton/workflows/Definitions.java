package dev.plankton.workflows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plankton.contracts.tasks.TaskType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The definitions of this version of the project.
 *
 * @param tasks one for each type of task
 * @param workflows a workflow comes after those that it starts
 */
public record Definitions(List<ObjectNode> tasks, List<ObjectNode> workflows) {
    private static final List<String> WORKFLOWS = List.of(
            "plankton_failure",
            "plankton_dataset",
            "plankton_training",
            "plankton_analysis",
            "plankton_embedding",
            "plankton_sweep_lane",
            "plankton_sweep",
            "plankton_classify",
            "plankton_discover",
            "plankton_promote",
            "plankton_cleanup",
            "plankton_verify");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public Definitions {
        tasks = List.copyOf(tasks);
        workflows = List.copyOf(workflows);
    }

    /**
     * Reads the shapes of the workflows from the JSON files beside this class, and completes them from the schema of
     * inputs and the types of tasks.
     *
     * @throws IllegalArgumentException if a shape leaves out an input of a task, or passes one that the task does not
     *     have
     */
    public static Definitions read(List<TaskType<?, ?>> types) throws IOException {
        WorkflowDefinition definition = new WorkflowDefinition(types);
        List<ObjectNode> workflows = new ArrayList<>();
        for (String name : WORKFLOWS) {
            workflows.add(definition.of(shape(name)));
        }
        return new Definitions(types.stream().map(TaskDefinition::of).toList(), workflows);
    }

    private static ObjectNode shape(String name) throws IOException {
        String file = "definitions/%s.json".formatted(name);
        try (InputStream in = Definitions.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException("the definition %s is missing from the program".formatted(file));
            }
            return MAPPER.readValue(in, ObjectNode.class);
        }
    }

    static ObjectNode parse(String json) {
        try {
            return MAPPER.readValue(json, ObjectNode.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
