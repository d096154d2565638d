package dev.plankton.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plankton.contracts.inputs.Form;
import dev.plankton.contracts.inputs.PlanktonWorkflow;
import dev.plankton.contracts.inputs.Schema;
import dev.plankton.contracts.inputs.Setting;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.steps.Steps;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The definitions agree with the schema of the settings. */
class DefinitionsTest {
    private static final Pattern VALUE = Pattern.compile("\\$\\{settings\\.output\\.values\\.(\\w+)}");
    private final ObjectMapper mapper = new ObjectMapper();

    @ParameterizedTest
    @EnumSource(PlanktonWorkflow.class)
    void theFormHasItsInputsWithTheirDefaults(PlanktonWorkflow workflow) throws IOException {
        ObjectNode definition = Shapes.workflow(workflow.definition());
        List<Setting> settings = Form.of(workflow);
        Map<String, Object> template = new LinkedHashMap<>();
        settings.forEach(setting -> template.put(setting.key(), setting.formValue()));

        assertThat(definition.path("inputParameters")).isEqualTo(mapper.valueToTree(template.keySet()));
        assertThat(mapper.readTree(definition.path("inputTemplate").toString()))
                .isEqualTo(mapper.readTree(mapper.writeValueAsString(template)));
        assertThat(settings).hasSizeBetween(1, Form.MOST).doesNotHaveDuplicates();
    }

    @Test
    void descriptionsFitIntoALineOfALists() {
        assertThat(Shapes.definitions().workflows())
                .allSatisfy(
                        definition -> assertThat(definition.path("description").asText())
                                .as(definition.path("name").asText())
                                .hasSizeBetween(40, 300)
                                .doesNotContain("\n"));
    }

    /** Conductor's UI draws nodes of its own with these names, and without them the diagram is empty. */
    @Test
    void noTaskHasANameThatTheUiUses() {
        assertThat(Shapes.definitions().workflows())
                .allSatisfy(definition -> assertThat(Shapes.all(definition.path("tasks")))
                        .extracting(task -> task.path("taskReferenceName").asText())
                        .doesNotHaveDuplicates()
                        .doesNotContain("start", "end", "__start", "__final"));
    }

    @ParameterizedTest
    @EnumSource(PlanktonWorkflow.class)
    void everySettingReachesATask(PlanktonWorkflow workflow) {
        String tasks = Shapes.workflow(workflow.definition()).path("tasks").toString();
        Set<String> used = VALUE.matcher(tasks)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known =
                Schema.of(workflow).stream().map(Setting::key).collect(Collectors.toCollection(TreeSet::new));
        if (workflow != PlanktonWorkflow.EMBEDDING) {
            known.remove("preset"); // not needed any more once the settings are resolved
        }
        if (workflow == PlanktonWorkflow.SWEEP) { // the plan gets what its runs share as it was given
            known = new TreeSet<>(Set.of("combinations", "parallel", "rankBy"));
        }

        assertThat(used).isEqualTo(known);
    }

    @Test
    void thePartsAreHandedAllTheirInputs() {
        for (JsonNode task : Shapes.tasks("plankton_embedding")) {
            if (task.path("type").asText().equals("SUB_WORKFLOW")) {
                PlanktonWorkflow part = PlanktonWorkflow.of(
                        task.path("subWorkflowParam").path("name").asText());
                List<String> handed = new ArrayList<>();
                task.path("inputParameters").fieldNames().forEachRemaining(handed::add);
                assertThat(handed)
                        .containsExactlyInAnyOrderElementsOf(
                                Schema.of(part).stream().map(Setting::key).toList());
            }
        }
    }

    @Test
    void everyStepIsUsed() {
        Set<String> used = new TreeSet<>(Set.of("plankton_preprocess")); // forked at run time
        for (ObjectNode workflow : Shapes.definitions().workflows()) {
            Shapes.all(workflow.path("tasks")).stream()
                    .filter(task -> task.path("type").asText().equals("SIMPLE"))
                    .forEach(task -> used.add(task.path("name").asText()));
        }

        assertThat(Steps.types()).extracting(TaskType::name).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void everySectionReachesTheReport() {
        List<JsonNode> tasks = Shapes.tasks("plankton_analysis");
        JsonNode report = tasks.stream()
                .filter(task -> task.path("name").asText().equals("plankton_report"))
                .findFirst()
                .orElseThrow();
        String sections = report.path("inputParameters").path("sections").toString();

        assertThat(StubSteps.analyses())
                .isNotEmpty()
                .allSatisfy(analysis -> assertThat(sections).contains("${%s.output.section}".formatted(analysis)));
    }

    @Test
    void aTaskThatIsNotHandedItsInputsIsNoticed() {
        ObjectNode shape = Definitions.parse("""
                {"name": "plankton_dataset", "tasks": [{"name": "plankton_balance", "taskReferenceName": "balance",
                "inputParameters": {"*": "${settings.output.values.*}", "sede": 1}}]}""");

        assertThatThrownBy(() -> new WorkflowDefinition(Steps.types()).of(shape))
                .hasMessageContaining("plankton_dataset, task balance: it is not given datasetId")
                .hasMessageEndingWith("it does not take sede");
    }

    @Test
    void noForkStandsInsideALoop() {
        for (ObjectNode workflow : Shapes.definitions().workflows()) {
            Shapes.all(workflow.path("tasks"))
                    .forEach(task -> Shapes.all(task.path("loopOver"))
                            .forEach(inner -> assertThat(inner.path("type").asText())
                                    .isIn("SIMPLE", "SET_VARIABLE", "SUB_WORKFLOW")));
        }
    }
}
