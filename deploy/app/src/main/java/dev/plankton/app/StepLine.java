package dev.plankton.app;

import com.netflix.conductor.common.metadata.tasks.Task;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** A step's start or end as one line. */
final class StepLine {
    private static final List<String> FACTS = List.of(
            "round",
            "images",
            "leftOut",
            "loss",
            "validationLoss",
            "accuracy",
            "validationAccuracy",
            "testAccuracy",
            "macroF1",
            "bestRound",
            "found",
            "files");

    private StepLine() {}

    static String started(Task task) {
        return "  %-24s started".formatted(name(task));
    }

    static String ended(Task task, boolean reused) {
        String took = reused ? "reused" : Durations.text((task.getEndTime() - task.getStartTime()) / 1e3);
        if (task.getStatus() == Task.Status.COMPLETED) {
            return "  %-24s %-12s %s"
                    .formatted(name(task), took, facts(task.getOutputData()))
                    .stripTrailing();
        }
        return "  %-24s %s: %s".formatted(name(task), task.getStatus(), task.getReasonForIncompletion());
    }

    /** The task's name in its workflow, without the number of the iteration. */
    private static String name(Task task) {
        return task.getReferenceTaskName().replaceFirst("__[0-9]+$", "");
    }

    private static String facts(Map<String, Object> output) {
        StringJoiner facts = new StringJoiner(", ");
        for (String name : FACTS) {
            Object value = output.get(name);
            if (value instanceof Number number) {
                facts.add(words(name) + " " + text(number));
            } else if (value instanceof Collection<?> several && !several.isEmpty()) {
                facts.add(words(name) + " " + several.size());
            }
        }
        return facts.toString();
    }

    private static String text(Number number) {
        double value = number.doubleValue();
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.3f", value);
    }

    /** {@code testAccuracy} becomes {@code test accuracy}. */
    private static String words(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
