package dev.plankton.contracts.formats;

import com.jerolba.carpet.CarpetReader;
import com.jerolba.carpet.annotation.Alias;
import com.jerolba.carpet.annotation.NotNull;
import com.jerolba.carpet.io.FileSystemInputFile;
import dev.plankton.contracts.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.apache.parquet.hadoop.ParquetFileReader;

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
            List<String> classes = classes(file);
            List<Row> rows = new CarpetReader<>(file.toFile(), Row.class).toList();
            return table(classes, rows);
        } catch (RuntimeException e) {
            throw new IOException("%s is not a readable file of embeddings: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static EmbeddingTable table(List<String> classes, List<Row> rows) {
        Map<String, Integer> indices = new HashMap<>();
        classes.forEach(name -> indices.put(name, indices.size()));
        int[] labels = new int[rows.size()];
        Split[] splits = new Split[rows.size()];
        float[][] vectors = new float[rows.size()][];
        for (int i = 0; i < vectors.length; i++) {
            Row row = rows.get(i);
            Integer label = indices.get(row.className());
            if (label == null) {
                throw new IllegalArgumentException("class '%s' is not listed".formatted(row.className()));
            }
            labels[i] = label;
            splits[i] = Split.valueOf(row.split());
            vectors[i] = array(row.vector());
        }
        return new EmbeddingTable(rows.stream().map(Row::image).toList(), classes, labels, splits, vectors);
    }

    private static List<String> classes(Path file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(new FileSystemInputFile(file.toFile()))) {
            String json =
                    reader.getFooter().getFileMetaData().getKeyValueMetaData().get(CLASSES);
            if (json == null) {
                throw new IOException("%s does not list its classes".formatted(file));
            }
            return List.of(Json.read(json.getBytes(StandardCharsets.UTF_8), String[].class));
        }
    }

    private static float[] array(List<Float> values) {
        float[] array = new float[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }

    /** An array as a list, without a copy. */
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
