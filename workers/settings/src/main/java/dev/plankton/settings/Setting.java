package dev.plankton.settings;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One key of a workflow's input.
 *
 * @param description one sentence for users
 * @param workflows the workflows that take it
 */
public record Setting(String key, Kind kind, Default otherwise, String description, List<PlanktonWorkflow> workflows) {

    /** What the value is when none is given. */
    public sealed interface Default {}

    /** The same whatever the preset. */
    public record Always(Object value) implements Default {}

    /** As the preset has it. */
    public record ByPreset(Object recommended, Object original) implements Default {
        Object of(Preset preset) {
            return switch (preset) {
                case RECOMMENDED -> recommended;
                case ORIGINAL -> original;
            };
        }
    }

    /** As the value of another setting, further up in the schema, demands. */
    public record Following(String key, SortedMap<String, Object> values) implements Default {
        public Following {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }
    }

    /**
     * Recommended as the value of another setting, further up in the schema, demands (of "from:mixed5", what stands before
     * the colon); in the original one value.
     */
    public record RecommendedFollowing(String key, SortedMap<String, Object> values, Object original)
            implements Default {
        public RecommendedFollowing {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }

        Object of(Preset preset, Object other) {
            return switch (preset) {
                case RECOMMENDED ->
                    Objects.requireNonNull(values.get(String.valueOf(other).replaceFirst(":.*", "")));
                case ORIGINAL -> original;
            };
        }
    }

    /** None is needed; the setting then stays blank. */
    public record Optional(String whenBlank) implements Default {}

    /** There is none. */
    public record Required(String whereToFindIt) implements Default {}

    public Setting {
        workflows = List.copyOf(workflows);
    }

    /** The key with what it means, what it may be, and what it is when left blank: one line. */
    public String explained() {
        return "%s: %s Allowed: %s. %s.".formatted(key, description, kind.allowed(), blank());
    }

    private String blank() {
        return switch (otherwise) {
            case Always(var value) -> "Blank: " + Values.text(value);
            case ByPreset(var recommended, var original) ->
                "Blank: %s (recommended), %s (original)".formatted(Values.text(recommended), Values.text(original));
            case Following(var other, var values) -> "Blank: " + choices(other, values);
            case RecommendedFollowing(var other, var values, var original) ->
                "Blank: %s (recommended), %s (original)".formatted(choices(other, values), Values.text(original));
            case Optional(var whenBlank) -> "Blank: " + whenBlank;
            case Required(var whereToFindIt) -> "Never blank: " + whereToFindIt;
        };
    }

    private static String choices(String other, SortedMap<String, Object> values) {
        return values.entrySet().stream()
                .map(entry -> "%s with %s %s".formatted(Values.text(entry.getValue()), other, entry.getKey()))
                .collect(Collectors.joining(", "));
    }
}
