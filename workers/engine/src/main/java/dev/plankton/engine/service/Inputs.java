package dev.plankton.engine.service;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.json.Json;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Converts the input of a task into a step's record; throws a {@link BadInputException} if that is not possible. */
final class Inputs {
    private Inputs() {}

    static <I extends Record> I read(String taskType, Map<String, Object> given, Class<I> type) {
        I input;
        try {
            input = Json.convert(given, type);
        } catch (IllegalArgumentException e) {
            throw problem(taskType, given, type, e);
        }
        List<String> lacking = Arrays.stream(type.getRecordComponents())
                .filter(component -> value(component, input) == null)
                .map(RecordComponent::getName)
                .toList();
        if (!lacking.isEmpty()) {
            throw lacks(taskType, lacking);
        }
        return input;
    }

    private static BadInputException problem(
            String taskType, Map<String, Object> given, Class<?> type, IllegalArgumentException e) {
        @Nullable String problem = e.getMessage();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case BadInputException bad -> {
                    return bad;
                }
                case NullPointerException missing -> {
                    return lacks(
                            taskType,
                            Arrays.stream(type.getRecordComponents())
                                    .map(RecordComponent::getName)
                                    .filter(name -> given.get(name) == null)
                                    .toList());
                }
                case ValueInstantiationException thrown
                when thrown.getCause() != null -> problem = thrown.getCause().getMessage();
                case JsonMappingException mapping ->
                    problem = "'%s': %s".formatted(path(mapping), mapping.getOriginalMessage());
                default -> {}
            }
        }
        return new BadInputException(Sentences.line("The input of %s cannot be read: %s".formatted(taskType, problem)));
    }

    private static BadInputException lacks(String taskType, List<String> names) {
        return new BadInputException("The input of %s lacks %s; give it a value."
                .formatted(
                        taskType, names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "))));
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read %s of %s".formatted(component, record.getClass()), e);
        }
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
    }
}
