package dev.plankton.engine.service;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.json.PlainText;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text that Conductor and the run history show for a failure. Conductor keeps only so much of a task's reason. */
final class Sentences {
    private static final int LONGEST = 500;

    private static final int MOST_MISTAKES = 100;
    private static final String MORE = " (%d more: see the task's output.)";

    private Sentences() {}

    /** One line for each mistake. */
    static List<String> mistakes(BadInputException bad) {
        return bad.mistakes().stream().limit(MOST_MISTAKES).map(Sentences::line).toList();
    }

    /** As many whole sentences as Conductor keeps, and how many there are besides. */
    static String reason(List<String> mistakes) {
        int shown = mistakes.size();
        while (shown > 1 && text(mistakes, shown).length() > LONGEST) {
            shown--;
        }
        return line(text(mistakes, shown));
    }

    private static String text(List<String> mistakes, int shown) {
        String told = String.join(" ", mistakes.subList(0, shown));
        return shown == mistakes.size() ? told : told + MORE.formatted(mistakes.size() - shown);
    }

    static String of(Throwable e) {
        return switch (e) {
            case BadInputException bad -> line(bad.getMessage());
            case OutOfMemoryError out ->
                line(("The worker ran out of memory (%s; at most %d MiB): give it more with -Xmx, or make the step's"
                                + " batches smaller.")
                        .formatted(out.getMessage(), Runtime.getRuntime().maxMemory() >> 20));
            case IOException trouble -> line(trouble.getMessage() == null ? trouble.toString() : trouble.getMessage());
            default -> line("%s: %s".formatted(e.getClass().getSimpleName(), e.getMessage()));
        };
    }

    static String line(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return "no reason was given";
        }
        String line = PlainText.of(text.strip().replaceAll("\\s+", " "));
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
