package dev.plankton.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plankton.embedded.EmbeddedStack;
import dev.plankton.steps.Steps;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Against the real server. Names are changed in each test, so that tests do not see one another's definitions. */
@ExtendWith(StackExtension.class)
class RegistrarTest {

    @Test
    void registersOnceAndThenOnlyWhatChanged(EmbeddedStack stack) throws IOException, InterruptedException {
        Registrar registrar = new Registrar(stack.conductorUrl());
        Definitions definitions = renamed("plankton_", "again_");

        int all = definitions.tasks().size() + definitions.workflows().size();
        assertThat(registrar.register(definitions)).hasSize(all).allMatch(line -> line.contains(": created"));
        assertThat(registrar.register(definitions)).hasSize(all).allMatch(line -> line.contains(": unchanged"));

        edit(
                definitions.workflows(),
                "again_training",
                workflow -> ((ObjectNode) workflow.path("inputTemplate")).put("seed", 21));
        edit(
                definitions.workflows(),
                "again_dataset",
                workflow -> ((ObjectNode) workflow.path("tasks").path(1).path("inputParameters")).remove("invert"));
        edit(definitions.tasks(), "again_train", task -> task.put("retryCount", 7));

        assertThat(registrar.register(definitions))
                .filteredOn(line -> !line.contains("unchanged"))
                .containsExactly(
                        "task again_train: changed (retryCount differed)",
                        "workflow again_dataset: version 2 (tasks[1].inputParameters.invert differed from version 1)",
                        "workflow again_training: version 2 (inputTemplate.seed differed from version 1)");
        assertThat(registrar.register(definitions)).allMatch(line -> line.contains(": unchanged"));
        ConductorApi api = new ConductorApi(stack.conductorUrl());
        assertThat(api.get("metadata/workflow/again_training?version=1")
                        .orElseThrow()
                        .at("/inputTemplate/seed")
                        .asInt())
                .isEqualTo(1);
        assertThat(api.get("metadata/workflow/again_training")
                        .orElseThrow()
                        .at("/inputTemplate/seed")
                        .asInt())
                .isEqualTo(21);
    }

    @Test
    void keepsTheLoopsItems(EmbeddedStack stack) throws IOException, InterruptedException {
        new Registrar(stack.conductorUrl()).register(renamed("plankton_", "items_"));

        assertThat(new ConductorApi(stack.conductorUrl())
                        .get("metadata/workflow/items_training")
                        .orElseThrow()
                        .at("/tasks/6/items")
                        .asText())
                .isEqualTo("${balance.output.rounds}");
    }

    @Test
    void saysWhatTheServerRefuses(EmbeddedStack stack) throws IOException, InterruptedException {
        Definitions definitions = renamed("plankton_", "refused_");
        edit(definitions.workflows(), "refused_dataset", workflow -> workflow.putArray("tasks"));

        assertThatThrownBy(() -> new Registrar(stack.conductorUrl()).register(definitions))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Conductor answered POST metadata/workflow with 400: ");
    }

    @Test
    void saysWhenThereIsNoServer() {
        URI nowhere = URI.create("http://127.0.0.1:1/api/");

        assertThatThrownBy(() -> new Registrar(nowhere).register(Steps.types()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Conductor cannot be reached at http://127.0.0.1:1/api/: ");
    }

    private static Definitions renamed(String prefix, String other) {
        Definitions definitions = Shapes.definitions();
        return new Definitions(
                definitions.tasks().stream()
                        .map(node -> renamed(node, prefix, other))
                        .toList(),
                definitions.workflows().stream()
                        .map(node -> renamed(node, prefix, other))
                        .toList());
    }

    private static ObjectNode renamed(ObjectNode definition, String prefix, String other) {
        return Definitions.parse(definition.toString().replaceAll(Pattern.quote("\"" + prefix), "\"" + other));
    }

    private static void edit(List<ObjectNode> definitions, String name, Consumer<ObjectNode> edit) {
        definitions.stream()
                .filter(definition -> definition.path("name").asText().equals(name))
                .forEach(edit);
    }
}
