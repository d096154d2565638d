package dev.plankton.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plankton.contracts.inputs.Form;
import dev.plankton.contracts.inputs.PlanktonWorkflow;
import dev.plankton.contracts.inputs.Setting;
import dev.plankton.contracts.tasks.FailureTask;
import dev.plankton.contracts.tasks.TaskType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Makes a definition from a shape: adds the inputs of its form, what all workflows have in common,
 * the inputs of the tasks, and the marker tasks that the join of a fork waits for.
 */
final class WorkflowDefinition {
    private static final String INPUTS =
            "Blank inputs take their defaults. All inputs, also those that the form lacks: /inputs on this server, or workflows/INPUTS.md.";

    private final ObjectMapper mapper = new ObjectMapper();
    private final List<TaskType<?, ?>> types;

    WorkflowDefinition(List<TaskType<?, ?>> types) {
        this.types = List.copyOf(types);
    }

    /** @throws IllegalArgumentException if a task of the shape does not get the inputs of its type */
    ObjectNode of(ObjectNode shape) {
        ObjectNode definition = shape.deepCopy();
        String name = definition.path("name").asText();
        Optional<PlanktonWorkflow> startable = Arrays.stream(PlanktonWorkflow.values())
                .filter(workflow -> workflow.definition().equals(name))
                .findFirst();
        startable.ifPresent(workflow -> addInputs(definition, Form.of(workflow)));
        definition.put("schemaVersion", 2).put("restartable", true);
        definition.put("timeoutPolicy", "ALERT_ONLY").put("timeoutSeconds", 0);
        if (!name.equals(FailureTask.TYPE.name())) { // a failure to report a failure is not reported
            definition.put("failureWorkflow", FailureTask.TYPE.name());
        }
        if (definition.path("tasks") instanceof ArrayNode tasks) {
            new HandOns(name, startable, types).complete(tasks);
            ForkMarks.add(tasks);
        }
        return definition;
    }

    /** In the template, a blank stands for the value of the preset. */
    private void addInputs(ObjectNode definition, List<Setting> settings) {
        ArrayNode keys = definition.putArray("inputParameters");
        ObjectNode template = definition.putObject("inputTemplate");
        for (Setting setting : settings) {
            keys.add(setting.key());
            template.set(setting.key(), mapper.<JsonNode>valueToTree(setting.formValue()));
        }
        definition.put("description", definition.path("description").asText() + " " + INPUTS);
    }
}
