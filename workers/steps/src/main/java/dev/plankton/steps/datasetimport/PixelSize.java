package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.formats.SizeUnit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The pixel size of one image as its row in EcoTaxa's table gives it. @param value above 0 */
record PixelSize(SizeUnit unit, BigDecimal value) {
    /** Columns that instruments write: ZooProcess, PlanktoScope, UVP. Of a row, the first that it has counts. */
    private static final List<SizeUnit> UNITS = List.of(
            new SizeUnit("process_particle_pixel_size_mm"), new SizeUnit("process_pixel"), new SizeUnit("acq_pixel"));

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}([.,]\\d{1,9})?");

    /** Empty if the row says nothing of it that could be a size. */
    static Optional<PixelSize> of(TableRow row) {
        return UNITS.stream()
                .flatMap(unit -> cell(row, unit.column()).map(value -> new PixelSize(unit, value)).stream())
                .findFirst();
    }

    /** No layout needs these columns: a line need not reach so far, and they may stand there twice. */
    private static Optional<BigDecimal> cell(TableRow row, String column) {
        return Optional.ofNullable(row.header().positions().get(column))
                .filter(index -> index < row.cells().size())
                .map(index -> row.cells().get(index).strip())
                .filter(text -> NUMBER.matcher(text).matches())
                .map(text -> new BigDecimal(text.replace(',', '.')).stripTrailingZeros())
                .filter(value -> value.signum() > 0);
    }
}
