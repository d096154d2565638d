package dev.plankton.local.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The outcome of each fault at each kind of step, as a table. */
final class Matrix {
    private final List<String> columns;
    private final Map<Fault, Map<String, String>> cells = new EnumMap<>(Fault.class);
    private Optional<Cell> current = Optional.empty();

    /** @param retries how often retry had been pressed before the fault struck */
    private record Cell(Fault fault, String column, Instant start, int retries) {}

    Matrix(List<String> columns) {
        this.columns = List.copyOf(columns);
    }

    /**
     * Begins the cell of a fault that is about to happen. The cell says that the run failed until {@link #end} is
     * called.
     */
    void begin(Fault fault, String column, int retries) {
        current = Optional.of(new Cell(fault, column, Instant.now(), retries));
        cells.computeIfAbsent(fault, key -> new HashMap<>()).put(column, "**failed**");
    }

    /** Ends the cell: the run has reached the next fault, or is complete. */
    void end(int retries) {
        current.ifPresent(cell -> {
            int pressed = retries - cell.retries();
            String outcome =
                    pressed == 0 ? "went on" : pressed == 1 ? "one retry" : "**%d retries**".formatted(pressed);
            long seconds = Duration.between(cell.start(), Instant.now()).toSeconds();
            cells.getOrDefault(cell.fault(), new HashMap<>())
                    .put(cell.column(), "%s, %d s".formatted(outcome, seconds));
            if (pressed > 1) {
                throw new AssertionError(
                        "%s at %s took %s".formatted(cell.fault().title(), cell.column(), outcome));
            }
        });
        current = Optional.empty();
    }

    /** Writes the table to a file and to the screen. */
    void print(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("| | " + String.join(" | ", columns) + " |");
        lines.add("|---".repeat(columns.size() + 1) + "|");
        cells.forEach((fault, row) -> lines.add("| %s | %s |"
                .formatted(
                        fault.title(),
                        columns.stream()
                                .map(column -> row.getOrDefault(column, ""))
                                .collect(Collectors.joining(" | ")))));
        Files.write(file, lines);
        lines.forEach(System.out::println);
    }
}
