package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.BadInputException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One line of a table of labels.
 *
 * @param line its number in the file, from 1
 */
record TableRow(TableHeader header, long line, List<String> cells) {

    /** The cell in the column of that name, without surrounding spaces. */
    String cell(String column) {
        return find(column)
                .orElseThrow(() -> TableHeader.refusal(header.table(), "it has no column '%s'".formatted(column)));
    }

    /**
     * The same, or empty if there is no such column.
     *
     * @throws BadInputException if the line is too short for it, or the cell cannot be a name: names become keys in the
     *     database, and people read them
     */
    Optional<String> find(String column) {
        return header.position(column).map(index -> cell(column, index));
    }

    private String cell(String column, int index) {
        if (index >= cells.size()) {
            throw refusal("it has %d cells where the header has %d, so that '%s' is missing"
                    .formatted(cells.size(), header.width(), column));
        }
        String cell = cells.get(index).strip();
        if (UploadPath.isTooLong(cell)) {
            throw refusal("its %s is longer than %,d bytes".formatted(column, UploadPath.MAX_BYTES));
        }
        if (cell.chars().anyMatch(Character::isISOControl)) {
            throw refusal("its %s '%s' holds control characters".formatted(column, cell));
        }
        return cell;
    }

    /** Where it is, for messages: "the table a.tsv, line 7". */
    String place() {
        return "%s, line %,d".formatted(header.table().replaceFirst("^The", "the"), line);
    }

    /** The exception that says what is wrong with the line. */
    BadInputException refusal(String fault) {
        return header.refusal(line, fault);
    }

    /** Whether it is the line below the header in which EcoTaxa marks text columns and number columns. */
    boolean tellsTypes() {
        return cells.stream()
                .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                .allMatch(cell -> cell.equals("[t]") || cell.equals("[f]"));
    }

    /**
     * Refuses a line with too many cells: a tab or comma too many moves all cells behind it into wrong columns. Blank
     * cells at the end do not count.
     */
    void checkWidth() {
        if (!cells.stream().skip(header.width()).allMatch(String::isBlank)) {
            throw refusal("it has %d cells where the header has %d".formatted(cells.size(), header.width()));
        }
    }
}
