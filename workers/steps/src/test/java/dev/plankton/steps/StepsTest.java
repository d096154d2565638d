package dev.plankton.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.engine.step.Step;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepsTest {
    private static final URI CONDUCTOR = URI.create("http://127.0.0.1:1/api/");

    private static List<String> names(List<Step<?, ?>> steps) {
        return steps.stream().map(Step::type).map(TaskType::name).toList();
    }

    @Test
    void theCatalogNamesTheStepsThatItMakes() {
        assertThat(names(Steps.create("all", CONDUCTOR, Map.of())))
                .isEqualTo(Steps.types().stream().map(TaskType::name).toList())
                .doesNotHaveDuplicates()
                .contains("plankton_train", "plankton_report");
    }

    @Test
    void aProcessTakesTheStepsThatItIsToldTo() {
        assertThat(names(Steps.create("train, evaluate", CONDUCTOR, Map.of())))
                .containsExactly("plankton_train", "plankton_evaluate");
    }

    @Test
    void anUnknownStepIsRefusedWithAllThatThereAre() {
        assertThatThrownBy(() -> Steps.create("train,export", CONDUCTOR, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("There is no step 'export'; give all, or some of settings, dataset_import,");
    }
}
