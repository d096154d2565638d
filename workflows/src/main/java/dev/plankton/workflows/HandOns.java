package dev.plankton.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plankton.contracts.inputs.PlanktonWorkflow;
import dev.plankton.contracts.inputs.Schema;
import dev.plankton.contracts.inputs.Setting;
import dev.plankton.contracts.tasks.TaskType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fills in the inputs of a workflow's tasks. A shape writes <code>"*": "${place.*}"</code> for all inputs of the
 * workflow that a task or a part takes and that the shape does not set itself.
 */
final class HandOns {
    private static final String REST = "*";

    private final String workflow;
    private final Set<String> inputs;
    private final List<TaskType<?, ?>> types;

    /**
     * @param startable empty for a workflow that only other workflows start; it then passes on all inputs that its
     *     parts take
     */
    HandOns(String workflow, Optional<PlanktonWorkflow> startable, List<TaskType<?, ?>> types) {
        this.workflow = workflow;
        this.inputs = startable.map(Schema::of).orElseGet(Schema::all).stream()
                .map(Setting::key)
                .collect(Collectors.toSet());
        this.types = types;
    }

    /** @throws IllegalArgumentException if a task does not get the inputs of its type */
    void complete(JsonNode tasks) {
        for (JsonNode task : tasks) {
            if (task instanceof ObjectNode one) {
                complete(one);
            }
            complete(task.path("loopOver"));
            complete(task.path("defaultCase"));
            task.path("decisionCases").forEach(this::complete);
            task.path("forkTasks").forEach(this::complete);
        }
    }

    private void complete(ObjectNode task) {
        if (!task.has("type")) {
            task.put("type", "SIMPLE");
        }
        if (task.path("type").asText().equals("SIMPLE")) {
            List<RecordComponent> takes = Arrays.asList(type(task).input().getRecordComponents());
            handOn(task, takes.stream().map(RecordComponent::getName).toList());
            check(task, takes);
        } else if (task.path("type").asText().equals("SUB_WORKFLOW")) {
            String part = task.path("subWorkflowParam").path("name").asText();
            handOn(
                    task,
                    Schema.of(PlanktonWorkflow.of(part)).stream()
                            .map(Setting::key)
                            .toList());
        }
    }

    private TaskType<?, ?> type(ObjectNode task) {
        String name = task.path("name").asText();
        return types.stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s: there is no step %s".formatted(workflow, name)));
    }

    private void handOn(ObjectNode task, List<String> takes) {
        ObjectNode handed = task.withObjectProperty("inputParameters");
        JsonNode rest = handed.remove(REST);
        if (rest == null) {
            return;
        }
        for (String key : takes) {
            if (inputs.contains(key) && !handed.has(key)) {
                handed.put(key, rest.asText().replace(REST, key));
            }
        }
    }

    /** Optional inputs may be left out. */
    private void check(ObjectNode task, List<RecordComponent> takes) {
        JsonNode handed = task.path("inputParameters");
        List<String> names = takes.stream().map(RecordComponent::getName).toList();
        Stream<String> left = takes.stream()
                .filter(component -> !component.getType().getSimpleName().startsWith("Optional"))
                .map(RecordComponent::getName)
                .filter(name -> !handed.has(name))
                .map(name -> "it is not given " + name);
        Set<String> unknown = new TreeSet<>();
        handed.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                unknown.add("it does not take " + name);
            }
        });
        List<String> wrong = new ArrayList<>(left.toList());
        wrong.addAll(unknown);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("%s, task %s: %s"
                    .formatted(workflow, task.path("taskReferenceName").asText(), String.join(", ", wrong)));
        }
    }
}
