package dev.plankton.contracts.formats;

import com.jerolba.carpet.annotation.Alias;
import com.jerolba.carpet.annotation.NotNull;
import dev.plankton.contracts.columns.DigestIndex;
import dev.plankton.contracts.columns.TextColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The pixel sizes of images as a column of the upload's tables gives them; an artifact of kind "pixel-sizes". It is a
 * Parquet file with the columns image (its key) and pixel_size; the name of the tables' column is in the file's metadata
 * under "column". The same sizes give the same bytes.
 */
public final class PixelSizeTable {
    private static final String COLUMN = "column";

    private final SizeUnit unit;
    private final DigestIndex places;
    private final List<Double> sizes;

    /** One row of the file; public because the Parquet library calls the accessors. */
    public record Row(
            @NotNull String image, @Alias("pixel_size") double pixelSize) {}

    private PixelSizeTable(SizeUnit unit, TextColumn keys, List<Double> sizes) {
        this.unit = unit;
        this.places = new DigestIndex(keys);
        this.sizes = sizes;
    }

    /**
     * Writes a file.
     *
     * @param images keys of images, each once
     * @param pixelSizes one for each, above 0
     */
    public static void write(SizeUnit unit, List<String> images, List<Double> pixelSizes, Path file)
            throws IOException {
        ParquetRows.write(Row.class, file, Map.of(COLUMN, unit.column()), rows -> {
            for (int i = 0; i < images.size(); i++) {
                rows.add(new Row(images.get(i), pixelSizes.get(i)));
            }
        });
    }

    /** @throws IOException if the file was not written by {@link #write} */
    public static PixelSizeTable read(Path file) throws IOException {
        TextColumn keys = new TextColumn();
        List<Double> sizes = new ArrayList<>();
        ParquetRows.forEach(Row.class, file, row -> {
            keys.add(row.image());
            sizes.add(row.pixelSize());
        });
        return new PixelSizeTable(new SizeUnit(ParquetRows.metadata(file, COLUMN)), keys, sizes);
    }

    public SizeUnit unit() {
        return unit;
    }

    /** The pixel size of an image; empty if the table does not have it. */
    public OptionalDouble of(String key) {
        int place = places.find(key);
        return place == DigestIndex.ABSENT ? OptionalDouble.empty() : OptionalDouble.of(sizes.get(place));
    }
}
