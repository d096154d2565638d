package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.BadInputException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of a table of labels.
 *
 * @param table what messages call the table: "The table taxa.csv"
 * @param positions where each column is, by its name in small letters
 * @param twice columns that stand there more than once, so that it is unknown which is meant
 * @param width number of cells
 */
record TableHeader(String table, Map<String, Integer> positions, Set<String> twice, int width) {
    private static final int LONGEST_FAULT = 400;

    TableHeader {
        positions = Collections.unmodifiableMap(new HashMap<>(positions));
        twice = Set.copyOf(twice);
    }

    /**
     * @param wanted the columns that the table must have; of each list one is enough
     * @throws BadInputException if a column is missing; it names all of them
     */
    static TableHeader of(String table, List<String> cells, List<List<String>> wanted) {
        Map<String, Integer> positions = new HashMap<>();
        Set<String> twice = new HashSet<>();
        for (int i = 0; i < cells.size(); i++) {
            String column = cells.get(i).strip().toLowerCase(Locale.ROOT);
            if (positions.putIfAbsent(column, i) != null) {
                twice.add(column);
            }
        }
        List<String> missing = wanted.stream()
                .filter(alternatives -> alternatives.stream().noneMatch(positions::containsKey))
                .map(alternatives -> "'" + String.join("' or '", alternatives) + "'")
                .toList();
        if (!missing.isEmpty()) {
            throw refusal(table, "it has no column " + String.join(", and none called ", missing));
        }
        return new TableHeader(table, positions, twice, cells.size());
    }

    /** @throws BadInputException if it stands there twice */
    Optional<Integer> position(String column) {
        if (twice.contains(column)) {
            throw refusal(table, "it has the column '%s' twice".formatted(column));
        }
        return Optional.ofNullable(positions.get(column));
    }

    /** The exception that says what is wrong with a whole table. */
    static BadInputException refusal(String table, String fault) {
        return new BadInputException("%s cannot be used: %s; correct the table and upload it again."
                .formatted(table, UploadPath.printable(fault, LONGEST_FAULT)));
    }

    /** The exception that says what is wrong with one line. */
    BadInputException refusal(long line, String fault) {
        return new BadInputException("%s is wrong in line %,d: %s; correct the table and upload it again."
                .formatted(table, line, UploadPath.printable(fault, LONGEST_FAULT)));
    }
}
