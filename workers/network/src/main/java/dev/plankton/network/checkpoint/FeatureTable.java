package dev.plankton.network.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plankton.contracts.ids.ArtifactId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The features of all images of a dataset, computed once, for training only the head. The file is a
 * {@link FloatArchive} of blocks of rows; each block is named by the index of its first row. It is fast to read, and no
 * array in it grows with the dataset.
 *
 * @param dataset its {@link dev.plankton.contracts.formats.DatasetManifest}
 * @param rows shape images x features, in the dataset's order; the images of held-out classes come last
 */
@SuppressWarnings("ArrayRecordComponent") // plain arrays are the point
public record FeatureTable(ArtifactId dataset, float[][] rows) {
    private static final String SETTINGS = "features.json";
    private static final String BLOCK = "rows/%09d";
    private static final int ROWS_PER_BLOCK = 1024;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private record Settings(ArtifactId dataset, int images, int features) {}

    /** @throws IllegalArgumentException if there are no rows or they differ in length */
    public FeatureTable {
        if (rows.length == 0) {
            throw new IllegalArgumentException("a table of features needs at least one row");
        }
        for (float[] row : rows) {
            if (row.length != rows[0].length) {
                throw new IllegalArgumentException(
                        "a row of %d features among rows of %d".formatted(row.length, rows[0].length));
            }
        }
    }

    /** Writes the table; the same table gives the same bytes. */
    public void write(Path file) throws IOException {
        int features = rows[0].length;
        Map<String, float[]> blocks = new TreeMap<>();
        for (int first = 0; first < rows.length; first += ROWS_PER_BLOCK) {
            float[] block = new float[Math.min(ROWS_PER_BLOCK, rows.length - first) * features];
            for (int at = 0; at < block.length; at += features) {
                System.arraycopy(rows[first + at / features], 0, block, at, features);
            }
            blocks.put(BLOCK.formatted(first), block);
        }
        String settings = MAPPER.writeValueAsString(new Settings(dataset, rows.length, features));
        new FloatArchive(SETTINGS, settings, blocks).write(file);
    }

    /** @throws IOException if the file cannot be read or is not a table of features */
    public static FeatureTable read(Path file) throws IOException {
        FloatArchive archive = FloatArchive.read(file, SETTINGS);
        try {
            Settings settings = MAPPER.readValue(archive.settings(), Settings.class);
            return new FeatureTable(settings.dataset(), rows(archive, settings));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IOException("%s is not a table of features: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static float[][] rows(FloatArchive archive, Settings settings) {
        int features = settings.features();
        List<float[]> rows = new ArrayList<>();
        for (float[] block : archive.arrays().values()) {
            if (features < 1 || block.length % features != 0) {
                throw new IllegalArgumentException(
                        "%d numbers cannot be divided into rows of %d features".formatted(block.length, features));
            }
            for (int at = 0; at < block.length; at += features) {
                rows.add(Arrays.copyOfRange(block, at, at + features));
            }
        }
        if (rows.size() != settings.images()) {
            throw new IllegalArgumentException(
                    "it has %d rows, but its settings say %d".formatted(rows.size(), settings.images()));
        }
        return rows.toArray(float[][]::new);
    }
}
