package dev.plankton.contracts.inputs;

import dev.plankton.contracts.BadInputException;
import java.util.List;
import java.util.stream.Stream;

/**
 * All inputs of all workflows: the only place for their names, types, ranges, defaults and descriptions. The defaults
 * in SPEC.md are those of the preset "original".
 */
public final class Schema {
    private static final List<Group> GROUPS = List.of(
            new Group("The whole run", GeneralInputs.all()),
            new Group("Images", DatasetInputs.all()),
            new Group("Network", NetworkInputs.all()),
            new Group("Training", ScheduleInputs.all()),
            new Group("Analyses", AnalysisInputs.all()),
            new Group("New images and models", ModelInputs.all()),
            new Group("Keeping and deleting", RetentionInputs.all()),
            new Group("Many settings at once", SweepInputs.all()));

    /** Settings that belong together, in reading order. */
    public record Group(String title, List<Setting> settings) {
        public Group {
            settings = List.copyOf(settings);
        }
    }

    private Schema() {}

    public static List<Group> groups() {
        return GROUPS;
    }

    /** All settings, in reading order. */
    public static List<Setting> all() {
        return GROUPS.stream().map(Group::settings).flatMap(List::stream).toList();
    }

    /** The settings of a workflow. A sweep also has the settings of its runs. */
    public static List<Setting> of(PlanktonWorkflow workflow) {
        return all().stream()
                .filter(setting -> setting.workflows().contains(workflow)
                        || workflow == PlanktonWorkflow.SWEEP
                                && setting.workflows().contains(PlanktonWorkflow.EMBEDDING))
                .toList();
    }

    /** The settings with this key; workflows may define different ones. */
    public static Stream<Setting> named(String key) {
        return all().stream().filter(setting -> setting.key().equals(key));
    }

    /**
     * Checks a component of a task's input against the setting of the same name.
     *
     * @throws BadInputException if no workflow allows the value
     */
    public static void check(String key, Object value) {
        List<Setting> settings = named(key).toList();
        if (settings.isEmpty()) {
            throw new IllegalArgumentException("no setting is called " + key);
        }
        if (settings.stream().allMatch(setting -> setting.type().read(value).isEmpty())) {
            throw new BadInputException(settings.getFirst().refusal(value));
        }
    }
}
