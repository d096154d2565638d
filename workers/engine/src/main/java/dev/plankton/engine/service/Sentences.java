package dev.plankton.engine.service;

import dev.plankton.contracts.BadInputException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The text that Conductor and the run history show for a failure: one line of limited length. */
final class Sentences {
    private static final int LONGEST = 500;

    private Sentences() {}

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
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
