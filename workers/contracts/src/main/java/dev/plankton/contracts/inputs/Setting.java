package dev.plankton.contracts.inputs;

import dev.plankton.contracts.choices.Preset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One input of a workflow.
 *
 * @param description one or two sentences for users
 * @param workflows the workflows that have this input
 */
public record Setting(
        String key, ValueType type, Default defaultValue, String description, List<PlanktonWorkflow> workflows) {

    /** What the value is when none is given. */
    public sealed interface Default {}

    /** The same for every preset. */
    public record Always(Object value) implements Default {}

    /** One value for each preset. */
    public record ByPreset(Object recommended, Object original) implements Default {
        Object of(Preset preset) {
            return switch (preset) {
                case RECOMMENDED -> recommended;
                case ORIGINAL -> original;
            };
        }
    }

    /**
     * The default depends on the value of another setting, which comes earlier in the schema; of a value such as
     * "from:mixed5" only the part before the colon counts.
     *
     * @param otherwise the default with all values that are not named; it may follow another setting in turn
     */
    public record Following(String key, SortedMap<String, Object> values, Object otherwise) implements Default {
        public Following {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }

        /** @param others the values of the settings that come earlier */
        Object of(Map<String, Object> others) {
            Object found = values.getOrDefault(beforeColon(Objects.requireNonNull(others.get(key))), otherwise);
            return found instanceof Following next ? next.of(others) : found;
        }
    }

    /**
     * In the preset recommended, the default depends on the value of another setting, as in {@link Following}. In the
     * preset original there is one default.
     */
    public record RecommendedFollowing(String key, SortedMap<String, Object> values, Object original)
            implements Default {
        public RecommendedFollowing {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }

        Object of(Preset preset, Object other) {
            return switch (preset) {
                case RECOMMENDED -> Objects.requireNonNull(values.get(beforeColon(other)));
                case ORIGINAL -> original;
            };
        }
    }

    private static String beforeColon(Object value) {
        return String.valueOf(value).replaceFirst(":.*", "");
    }

    /** No value is needed; without one the setting stays blank. */
    public record Optional(String whenBlank) implements Default {}

    /** There is no default; a value must be given. */
    public record Required(String whereToFindIt) implements Default {}

    public Setting {
        workflows = List.copyOf(workflows);
    }

    /** The error message for a value that is not allowed. */
    String refusal(Object value) {
        return "%s is %s; it must be %s.".formatted(key, Values.shown(value), type.allowed());
    }

    /** Whether a person chose the value. Forms and templates also send defaults; these do not count as chosen. */
    public boolean chosen(@Nullable Object given, Object value) {
        return !Values.blank(given)
                && !(defaultValue instanceof Always(var fallback)
                        && text(fallback).equals(text(value)));
    }

    /** A value as it would be written in an input file. */
    public static String text(Object value) {
        return Values.text(value);
    }

    /** The value of the setting if it is left blank, in words. */
    public String defaultInWords() {
        return blank().replaceFirst("^Blank: ", "");
    }

    /** The value shown in the form of a workflow: the default if it depends on nothing else, otherwise blank. */
    public Object formValue() {
        return defaultValue instanceof Always(var value) ? value : "";
    }

    private String blank() {
        return switch (defaultValue) {
            case Always(var value) -> "Blank: " + Values.text(value);
            case ByPreset(var recommended, var original) ->
                "Blank: %s (recommended), %s (original)".formatted(Values.text(recommended), Values.text(original));
            case Following following -> "Blank: " + inWords(following);
            case RecommendedFollowing(var other, var values, var original) ->
                "Blank: %s (recommended), %s (original)".formatted(choices(other, values), Values.text(original));
            case Optional(var whenBlank) -> "Blank: " + whenBlank;
            case Required(var whereToFindIt) -> "Never blank: " + whereToFindIt;
        };
    }

    private static String inWords(Following following) {
        return "%s, otherwise %s"
                .formatted(
                        choices(following.key(), following.values()),
                        following.otherwise() instanceof Following next
                                ? inWords(next)
                                : Values.text(following.otherwise()));
    }

    private static String choices(String other, SortedMap<String, Object> values) {
        return values.entrySet().stream()
                .map(entry -> "%s with %s %s".formatted(Values.text(entry.getValue()), other, entry.getKey()))
                .collect(Collectors.joining(", "));
    }
}
