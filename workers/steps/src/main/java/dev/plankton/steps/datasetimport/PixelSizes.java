package dev.plankton.steps.datasetimport;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The pixel sizes that EcoTaxa's tables give. Where there are several, the sizes of images in pixels do not say which
 * organism is larger.
 */
final class PixelSizes {
    /** Columns that instruments write: ZooProcess, PlanktoScope, UVP. Of a row, the first that it has counts. */
    private static final List<String> COLUMNS = List.of("process_particle_pixel_size_mm", "process_pixel", "acq_pixel");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}([.,]\\d{1,9})?");
    private static final int NAMED = 10;
    /** A table whose rows all differ is not read for ever. */
    private static final int MOST = 1000;

    private final SortedMap<String, SortedSet<BigDecimal>> sizes = new TreeMap<>();

    void take(TableRow row) {
        for (String column : COLUMNS) {
            Optional<String> cell = cell(row, column);
            if (cell.isPresent()) {
                SortedSet<BigDecimal> found = sizes.computeIfAbsent(column, unused -> new TreeSet<>());
                if (found.size() < MOST) {
                    found.add(new BigDecimal(cell.get().replace(',', '.')));
                }
                return;
            }
        }
    }

    /** No layout needs these columns: a line need not reach so far, and they may stand there twice. */
    private static Optional<String> cell(TableRow row, String column) {
        return Optional.ofNullable(row.header().positions().get(column))
                .filter(index -> index < row.cells().size())
                .map(index -> row.cells().get(index).strip())
                .filter(text -> NUMBER.matcher(text).matches());
    }

    /** One sentence if there are several; otherwise empty. */
    Optional<String> remark() {
        boolean several = sizes.values().stream().mapToInt(SortedSet::size).sum() > 1;
        return several
                ? Optional.of(
                        "The tables give several pixel sizes (%s), so the sizes of the images in pixels cannot be compared; leave sizeFeature at false."
                                .formatted(sizes.entrySet().stream()
                                        .map(column -> column.getKey() + ": " + named(column.getValue()))
                                        .collect(Collectors.joining("; "))))
                : Optional.empty();
    }

    private static String named(SortedSet<BigDecimal> values) {
        return UploadPath.first(
                values.stream()
                        .map(value -> value.stripTrailingZeros().toPlainString())
                        .toList(),
                NAMED);
    }
}
