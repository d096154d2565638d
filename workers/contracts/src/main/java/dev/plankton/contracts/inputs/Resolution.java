package dev.plankton.contracts.inputs;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.Spelling;
import dev.plankton.contracts.choices.Preset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** Turns a user's input into a value for every setting of a workflow. */
final class Resolution {
    /** This many wrong letters may be a typing error in a short key; in a longer key, a third of its letters. */
    private static final int SLIPS = 2;

    private static final String PRESET = "preset";

    private final PlanktonWorkflow workflow;
    private final Map<String, ? extends @Nullable Object> given;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Resolution(PlanktonWorkflow workflow, Map<String, ? extends @Nullable Object> given) {
        this.workflow = workflow;
        this.given = given;
    }

    /**
     * The value of each setting, in the schema's order: {@link Long}, {@link Double}, {@link Boolean}, {@link String}
     * or a list of these.
     *
     * @throws BadInputException if anything is unknown, out of range or contradictory
     */
    static Map<String, Object> resolve(PlanktonWorkflow workflow, Map<String, ? extends @Nullable Object> given) {
        return new Resolution(workflow, given).resolve();
    }

    private Map<String, Object> resolve() {
        given.keySet().forEach(this::checkKnown);
        List<Setting> settings = Schema.of(workflow);
        settings.forEach(this::readGiven);
        Preset preset = preset();
        Map<String, Object> complete = new LinkedHashMap<>();
        for (Setting setting : settings) {
            Object value =
                    values.containsKey(setting.key()) ? values.get(setting.key()) : blank(setting, preset, complete);
            if (value != null) {
                complete.put(setting.key(), value);
            }
        }
        problems.addAll(Combinations.problems(complete));
        problems.addAll(WithoutEffect.problems(
                settings.stream()
                        .filter(setting -> differs(setting, preset, complete))
                        .map(Setting::key)
                        .collect(Collectors.toSet()),
                complete));
        if (!problems.isEmpty()) {
            throw new BadInputException(problems);
        }
        return complete;
    }

    /** Whether a person gave another value than the default. What came out of another run has all values. */
    private boolean differs(Setting setting, Preset preset, Map<String, Object> complete) {
        Object value = values.get(setting.key());
        return value != null && !value.equals(blank(setting, preset, complete));
    }

    private Preset preset() {
        Object given = values.getOrDefault(PRESET, Spelling.of(Preset.RECOMMENDED));
        return Spelling.parse(Preset.class, PRESET, given.toString());
    }

    private void readGiven(Setting setting) {
        Object value = given.get(setting.key());
        if (value == null || Values.blank(value)) {
            return;
        }
        setting.type()
                .read(value)
                .ifPresentOrElse(read -> values.put(setting.key(), read), () -> problems.add(setting.refusal(value)));
    }

    private @Nullable Object blank(Setting setting, Preset preset, Map<String, Object> complete) {
        if (setting.key().equals("rounds")
                && complete.get("learningRates") instanceof List<?> rates
                && !rates.isEmpty()) {
            return (long) rates.size();
        }
        return switch (setting.defaultValue()) {
            case Setting.Always(var value) -> value;
            case Setting.ByPreset byPreset -> byPreset.of(preset);
            case Setting.Following following -> following.of(complete);
            case Setting.RecommendedFollowing following ->
                following.of(preset, Objects.requireNonNull(complete.get(following.key())));
            case Setting.Optional optional -> Values.blank(given.get(setting.key())) ? "" : null;
            case Setting.Required(var whereToFindIt) -> {
                if (Values.blank(given.get(setting.key()))) {
                    problems.add("%s is missing; give %s.".formatted(setting.key(), whereToFindIt));
                }
                yield null;
            }
        };
    }

    private void checkKnown(String key) {
        if (Schema.of(workflow).stream().anyMatch(setting -> setting.key().equals(key))) {
            return;
        }
        problems.add(Schema.named(key)
                .findFirst()
                .map(elsewhere -> "%s is not an input of %s; it is an input of %s."
                        .formatted(
                                key,
                                workflow.definition(),
                                elsewhere.workflows().getFirst().definition()))
                .orElseGet(() -> "%s has no input '%s'%s".formatted(workflow.definition(), key, suggestion(key))));
    }

    private String suggestion(String key) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        ToIntFunction<String> slips =
                known -> distance.apply(known.toLowerCase(Locale.ROOT), key.toLowerCase(Locale.ROOT));
        return Schema.of(workflow).stream()
                .map(Setting::key)
                .min(Comparator.comparingInt(slips))
                .filter(known -> slips.applyAsInt(known) <= Math.max(SLIPS, key.length() / 3))
                .map(known -> "; did you mean " + known + "?")
                .orElse(".");
    }
}
