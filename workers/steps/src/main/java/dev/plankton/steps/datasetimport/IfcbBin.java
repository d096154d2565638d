package dev.plankton.steps.datasetimport;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.plankton.contracts.BadInputException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the {@code .adc} file of an Imaging FlowCytobot says about the images in the {@code .roi} file beside it: one row
 * for each target, without a header. A target without an image has the size 0 and uses up a number all the same.
 *
 * @param images the targets that have an image, in their order
 */
record IfcbBin(List<Target> images) {
    /** Names of the first instruments: IFCB5_2012_028_081515; all others: D20130526T095207_IFCB013. */
    private static final Pattern OLD_STYLE = Pattern.compile("IFCB\\d+_\\d{4}_\\d{3}_\\d{6}");

    private static final long MOST_PIXELS = 100_000_000;

    /**
     * One image.
     *
     * @param number of its row, from 1; it is part of the target's name
     * @param width in pixels
     * @param height in pixels
     * @param offset of its first byte in the {@code .roi} file; one byte a pixel, row by row
     */
    record Target(int number, int width, int height, long offset) {
        long bytes() {
            return (long) width * height;
        }
    }

    IfcbBin {
        images = List.copyOf(images);
    }

    /** @throws BadInputException if a row lacks a number, or states an impossible size */
    static IfcbBin read(UploadPath path, Spooled.Copy file, int most) throws IOException {
        int first = OLD_STYLE.matcher(path.stem()).matches() ? 11 : 15; // the columns width, height, first byte
        List<Target> images = new ArrayList<>();
        int number = 0;
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(new InputStreamReader(file.open(), StandardCharsets.ISO_8859_1))) {
            for (CsvRecord row : rows) {
                number++;
                if (number > most) {
                    throw refusal(path, number, "it has more than %,d rows".formatted(most));
                }
                Target target = target(path, row, number, first);
                if (target.bytes() > 0) {
                    images.add(target);
                }
            }
        } catch (CsvParseException e) {
            throw refusal(path, number + 1, "it is no row of a table");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new IfcbBin(images);
    }

    private static Target target(UploadPath path, CsvRecord row, int number, int first) {
        if (row.getFieldCount() < first + 3) {
            throw refusal(path, number, "it has %d columns".formatted(row.getFieldCount()));
        }
        try {
            Target target = new Target(
                    number,
                    Integer.parseInt(row.getField(first).strip()),
                    Integer.parseInt(row.getField(first + 1).strip()),
                    Long.parseLong(row.getField(first + 2).strip()));
            if (target.width() < 0 || target.height() < 0 || target.offset() < 0 || target.bytes() > MOST_PIXELS) {
                throw refusal(
                        path,
                        number,
                        "its image cannot be %d x %d pixels from byte %d on"
                                .formatted(target.width(), target.height(), target.offset()));
            }
            return target;
        } catch (NumberFormatException e) {
            throw refusal(path, number, "its image has no size in whole numbers");
        }
    }

    private static BadInputException refusal(UploadPath path, int row, String fault) {
        return new BadInputException("The file %s of an IFCB is wrong in row %,d: %s; upload the bin again."
                .formatted(UploadPath.printable(path.toString()), row, fault));
    }
}
