package dev.plankton.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.inputs.Schema;
import dev.plankton.contracts.inputs.Setting;
import dev.plankton.contracts.inputs.ValueType;
import dev.plankton.contracts.json.Json;
import dev.plankton.contracts.tasks.TaskType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A task refuses what the schema refuses: nothing is accepted at the start and refused hours later, or never. */
class InputRangesTest {
    private static final ArtifactId ID = new ArtifactId("a".repeat(64));

    /** These have the name of a setting and are something else: figures of a round, a model that was looked up, a run that ended. */
    private static final Set<String> NO_SETTINGS = Set.of(
            "plankton_train.learningRate",
            "plankton_evaluate.learningRate",
            "plankton_evaluate.loss",
            "plankton_predict.model",
            "plankton_groups.model",
            "plankton_prediction_report.model",
            "plankton_prediction_report.reason",
            "plankton_failure.reason",
            "plankton_sweep_note.run");

    static Stream<Arguments> checked() {
        List<Arguments> all = new ArrayList<>();
        for (TaskType<?, ?> type : Steps.types()) {
            for (RecordComponent component : type.input().getRecordComponents()) {
                if (setting(component.getName()).isPresent()
                        && !NO_SETTINGS.contains(type.name() + "." + component.getName())) {
                    all.add(Arguments.of(type.name(), component.getName()));
                }
            }
        }
        return all.stream();
    }

    private static Optional<Setting> setting(String key) {
        return Schema.all().stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst();
    }

    @ParameterizedTest(name = "{0}.{1}")
    @MethodSource("checked")
    void whatTheSchemaRefusesTheTaskRefuses(String taskType, String key) {
        TaskType<?, ?> type = Steps.types().stream()
                .filter(one -> one.name().equals(taskType))
                .findFirst()
                .orElseThrow();
        Map<String, Object> values = good(type);
        assertThat(Json.convert(values, type.input())).isNotNull();

        values.put(key, bad(setting(key).orElseThrow().type()));
        assertThatThrownBy(() -> Json.convert(values, type.input()), taskType + " with " + values)
                .satisfiesAnyOf(
                        failure -> assertThat(failure).hasRootCauseInstanceOf(BadInputException.class),
                        failure -> assertThat(failure).hasMessageContaining(key));
    }

    private static Object bad(ValueType type) {
        return switch (type) {
            case ValueType.WholeNumber(long least, long most) -> least - 1;
            case ValueType.Number(double least, boolean included, double most) -> least - 1;
            case ValueType.TrueOrFalse trueOrFalse -> "perhaps";
            case ValueType.Choice choice -> "none of them";
            case ValueType.Text text ->
                Stream.of("!", "x".repeat(1000))
                        .filter(word -> text.read(word).isEmpty())
                        .findFirst()
                        .orElseThrow();
            case ValueType.ClassesToHoldOut classes -> "copepod,,egg";
            case ValueType.Grid grid -> "!";
            case ValueType.ListOf(ValueType element, int longest) -> List.of(bad(element));
        };
    }

    private static Map<String, Object> good(TaskType<?, ?> type) {
        Map<String, Object> values = new HashMap<>();
        Arrays.stream(type.input().getRecordComponents())
                .forEach(component -> good(component, type).ifPresent(value -> values.put(component.getName(), value)));
        return values;
    }

    private static Optional<Object> good(RecordComponent component, TaskType<?, ?> type) {
        boolean another = NO_SETTINGS.contains(type.name() + "." + component.getName());
        return setting(component.getName())
                .filter(setting -> !another)
                .map(InputRangesTest::good)
                .or(() -> any(component.getType()));
    }

    private static Object good(Setting setting) {
        return switch (setting.defaultValue()) {
            case Setting.Always(var value) -> value;
            case Setting.ByPreset byPreset -> byPreset.original();
            case Setting.Following following -> otherwise(following);
            case Setting.RecommendedFollowing following -> following.original();
            case Setting.Optional optional ->
                setting.type() instanceof ValueType.WholeNumber(long least, long most) ? most : ID.sha256();
            case Setting.Required required -> ID.sha256();
        };
    }

    private static Object otherwise(Setting.Following following) {
        return following.otherwise() instanceof Setting.Following next ? otherwise(next) : following.otherwise();
    }

    /** What is nothing's setting: an id, a number, a text. */
    private static Optional<Object> any(Class<?> type) {
        if (type == int.class || type == long.class || type == double.class) {
            return Optional.of(0);
        }
        if (type == boolean.class) {
            return Optional.of(true);
        }
        if (Map.class.isAssignableFrom(type)) {
            return Optional.of(Map.of());
        }
        if (List.class.isAssignableFrom(type)) {
            return Optional.of(List.of());
        }
        return type.getSimpleName().startsWith("Optional") ? Optional.empty() : Optional.of(ID.sha256());
    }
}
