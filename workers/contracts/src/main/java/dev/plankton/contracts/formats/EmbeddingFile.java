package dev.plankton.contracts.formats;

import com.jerolba.carpet.annotation.Alias;
import com.jerolba.carpet.annotation.NotNull;
import dev.plankton.contracts.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;

/**
 * An {@link EmbeddingTable} as a Parquet file with the columns image, class, split (text) and vector (list of float),
 * readable with pandas, DuckDB and similar tools. The file's metadata hold the list of all classes under "classes", as
 * a JSON list of names. The same table gives the same bytes.
 */
public final class EmbeddingFile {
    private static final String CLASSES = "classes";

    private EmbeddingFile() {}

    /** One row of the file; public because the Parquet library calls the accessors. */
    public record Row(
            @NotNull String image,
            @Alias("class") @NotNull String className,
            @NotNull String split,
            @NotNull List<@NotNull Float> vector) {}

    public static void write(EmbeddingTable table, Path file) throws IOException {
        ParquetRows.write(Row.class, file, Map.of(CLASSES, Json.text(table.classes())), rows -> {
            for (int row = 0; row < table.size(); row++) {
                rows.add(new Row(
                        table.images().get(row),
                        table.classes().get(table.labels()[row]),
                        table.splits()[row].name(),
                        new Floats(table.vectors()[row])));
            }
        });
    }

    /** @throws IOException if the file cannot be read or was not written by {@link #write} */
    public static EmbeddingTable read(Path file) throws IOException {
        try {
            ParquetMetadata footer = VectorTableReader.footer(file);
            List<String> classes = classes(file, footer);
            Map<String, Integer> indices = new HashMap<>();
            classes.forEach(name -> indices.put(name, indices.size()));
            int size = Math.toIntExact(footer.getBlocks().stream()
                    .mapToLong(BlockMetaData::getRowCount)
                    .sum());
            List<String> images = new ArrayList<>(size);
            int[] labels = new int[size];
            Split[] splits = new Split[size];
            float[][] vectors = new float[size][];
            VectorTableReader.read(file, footer, row -> {
                int i = images.size();
                String className = Objects.requireNonNull(row.text(1));
                Integer label = indices.get(className);
                if (label == null) {
                    throw new IllegalArgumentException("class '%s' is not listed".formatted(className));
                }
                labels[i] = label;
                splits[i] = Split.valueOf(Objects.requireNonNull(row.text(2)));
                vectors[i] = Objects.requireNonNull(row.vector());
                images.add(Objects.requireNonNull(row.text(0)));
            });
            return new EmbeddingTable(images, classes, labels, splits, vectors);
        } catch (RuntimeException e) {
            throw new IOException("%s is not a readable file of embeddings: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static List<String> classes(Path file, ParquetMetadata footer) throws IOException {
        String json = footer.getFileMetaData().getKeyValueMetaData().get(CLASSES);
        if (json == null) {
            throw new IOException("%s does not list its classes".formatted(file));
        }
        return List.of(Json.read(json.getBytes(StandardCharsets.UTF_8), String[].class));
    }

    /** An array as a list, without a copy. The library takes lists alone; each value is an object for a moment. */
    private static final class Floats extends AbstractList<Float> implements RandomAccess {
        private final float[] values;

        Floats(float[] values) {
            this.values = values;
        }

        @Override
        public Float get(int index) {
            return values[index];
        }

        @Override
        public int size() {
            return values.length;
        }
    }
}
