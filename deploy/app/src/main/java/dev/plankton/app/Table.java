package dev.plankton.app;

import dev.plankton.contracts.json.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A table as lines of text, its columns aligned, numbers to the right. */
public record Table(List<String> columns, List<List<String>> rows) {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]*\\.?[0-9]+(e-?[0-9]+)?");

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(line(columns));
        List<String> rule = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            rule.add("-".repeat(width(column)));
        }
        lines.add(line(rule));
        for (List<String> row : rows) {
            lines.add(line(row));
        }
        return lines;
    }

    /** Such as {@code (1 row)}. */
    public String countLine() {
        return rows.size() == 1 ? "(1 row)" : "(%d rows)".formatted(rows.size());
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            String padding = " ".repeat(width(column) - cell.length());
            line.append(column == 0 ? "" : "  ").append(isNumeric(column) ? padding + cell : cell + padding);
        }
        return PlainText.of(line.toString()).stripTrailing();
    }

    private int width(int column) {
        return Math.max(
                columns.get(column).length(),
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
    }

    private boolean isNumeric(int column) {
        return !rows.isEmpty()
                && rows.stream()
                        .map(row -> row.get(column))
                        .allMatch(cell -> cell.isEmpty() || NUMBER.matcher(cell).matches());
    }
}
