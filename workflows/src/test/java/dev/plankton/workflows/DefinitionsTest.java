package dev.plankton.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plankton.settings.PlanktonWorkflow;
import dev.plankton.settings.Schema;
import dev.plankton.settings.Setting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The definitions and the schema of the settings say the same. */
class DefinitionsTest {
    private static final Pattern VALUE = Pattern.compile("\\$\\{settings\\.output\\.values\\.(\\w+)}");
    private static final Set<String> NEED_NO_DEFINITION = Set.of(
            "FORK_JOIN", "FORK_JOIN_DYNAMIC", "JOIN", "DO_WHILE", "SET_VARIABLE", "SUB_WORKFLOW", "NOOP", "SWITCH");

    private final ObjectMapper mapper = new ObjectMapper();

    @ParameterizedTest
    @EnumSource(PlanktonWorkflow.class)
    void everyInputIsListedHasItsDefaultAndIsExplained(PlanktonWorkflow workflow) throws IOException {
        ObjectNode definition = definition(workflow);
        List<Setting> settings = Schema.of(workflow);
        Map<String, Object> template = new LinkedHashMap<>();
        settings.forEach(setting -> template.put(setting.key(), templateValue(setting)));

        assertThat(definition.path("inputParameters")).isEqualTo(mapper.valueToTree(template.keySet()));
        assertThat(mapper.readTree(definition.path("inputTemplate").toString()))
                .isEqualTo(mapper.readTree(mapper.writeValueAsString(template)));
        assertThat(definition.path("description").asText().lines())
                .containsAll(settings.stream().map(Setting::explained).toList());
    }

    @ParameterizedTest
    @EnumSource(PlanktonWorkflow.class)
    void everySettingReachesATask(PlanktonWorkflow workflow) throws IOException {
        String tasks = definition(workflow).path("tasks").toString();
        Set<String> used = VALUE.matcher(tasks)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known =
                Schema.of(workflow).stream().map(Setting::key).collect(Collectors.toCollection(TreeSet::new));
        if (workflow != PlanktonWorkflow.EMBEDDING) {
            known.remove("preset"); // it has done its work once the settings are resolved
        }

        if (workflow == PlanktonWorkflow.SWEEP) { // what its runs share reaches the plan as it was given
            known = new TreeSet<>(Set.of("combinations", "parallel", "rankBy"));
        }

        assertThat(used).isEqualTo(known);
    }

    @Test
    void thePartsAreHandedAllTheirInputs() throws IOException {
        for (JsonNode task : definition(PlanktonWorkflow.EMBEDDING).path("tasks")) {
            if (task.path("type").asText().equals("SUB_WORKFLOW")) {
                PlanktonWorkflow part = Stream.of(PlanktonWorkflow.values())
                        .filter(workflow -> workflow.definition()
                                .equals(task.path("subWorkflowParam")
                                        .path("name")
                                        .asText()))
                        .findFirst()
                        .orElseThrow();
                List<String> handed = new ArrayList<>();
                task.path("inputParameters").fieldNames().forEachRemaining(handed::add);
                assertThat(handed)
                        .containsExactlyInAnyOrderElementsOf(
                                Schema.of(part).stream().map(Setting::key).toList());
            }
        }
    }

    @Test
    void everyTaskIsDefinedAndEveryDefinitionUsed() throws IOException {
        Set<String> used = new TreeSet<>();
        for (ObjectNode workflow : Definitions.read().workflows()) {
            tasks(workflow.path("tasks")).forEach(task -> {
                if (!NEED_NO_DEFINITION.contains(task.path("type").asText())) {
                    used.add(task.path("name").asText());
                }
            });
        }
        used.addAll(Set.of("plankton_preprocess", "plankton_export")); // forked at run time

        assertThat(Definitions.read().tasks())
                .extracting(task -> task.path("name").asText())
                .containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void noForkStandsInsideALoop() throws IOException {
        for (ObjectNode workflow : Definitions.read().workflows()) {
            tasks(workflow.path("tasks"))
                    .forEach(task -> tasks(task.path("loopOver"))
                            .forEach(inner -> assertThat(inner.path("type").asText())
                                    .isIn("SIMPLE", "SET_VARIABLE", "SUB_WORKFLOW")));
        }
    }

    private static Object templateValue(Setting setting) {
        return switch (setting.otherwise()) {
            case Setting.Always(var value) -> value;
            case Setting.ByPreset byPreset -> "";
            case Setting.Following following -> "";
            case Setting.RecommendedFollowing following -> "";
            case Setting.Optional optional -> "";
            case Setting.Required required -> "";
        };
    }

    private static ObjectNode definition(PlanktonWorkflow workflow) throws IOException {
        return Definitions.read().workflows().stream()
                .filter(definition -> definition.path("name").asText().equals(workflow.definition()))
                .findFirst()
                .orElseThrow();
    }

    /** The tasks and those inside them. */
    private static List<JsonNode> tasks(JsonNode list) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode task : list) {
            found.add(task);
            found.addAll(tasks(task.path("loopOver")));
            task.path("decisionCases").forEach(branch -> found.addAll(tasks(branch)));
            found.addAll(tasks(task.path("defaultCase")));
            task.path("forkTasks").forEach(branch -> found.addAll(tasks(branch)));
        }
        return found;
    }
}
