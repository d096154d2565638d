package dev.plankton.contracts.formats;

import com.jerolba.carpet.CarpetReader;
import com.jerolba.carpet.annotation.Alias;
import com.jerolba.carpet.io.FileSystemInputFile;
import dev.plankton.contracts.BadInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/**
 * Reads embeddings that other programs wrote as Parquet: columns image, class and split of text, and vector, a list of
 * float or double. Other columns are ignored.
 */
public final class VectorsParquet {
    private static final String VECTOR = "vector";
    private static final List<String> TEXTS = List.of("image", "class", "split");

    private final String name;
    private final long mostValues;

    /**
     * @param name name of the file in messages
     * @param mostValues a file whose vectors have more values in total is refused before they are read
     */
    public VectorsParquet(String name, long mostValues) {
        this.name = name;
        this.mostValues = mostValues;
    }

    /** One row as it is in the file. Only the presence and the types of the columns have been checked. */
    public interface Row {
        @Nullable
        String image();

        @Nullable
        String className();

        @Nullable
        String split();

        @Nullable
        List<? extends @Nullable Number> vector();
    }

    /** Public because the Parquet library calls the accessors. */
    public record FloatRow(
            @Nullable String image,
            @Alias("class") @Nullable String className,
            @Nullable String split,
            @Nullable List<@Nullable Float> vector)
            implements Row {}

    /** Public because the Parquet library calls the accessors. */
    public record DoubleRow(
            @Nullable String image,
            @Alias("class") @Nullable String className,
            @Nullable String split,
            @Nullable List<@Nullable Double> vector)
            implements Row {}

    /** @throws BadInputException if the file is not Parquet, lacks a column, or holds too many values */
    public List<? extends Row> read(Path file) throws IOException {
        try {
            Class<? extends Row> type = rowType(file);
            return new CarpetReader<>(file.toFile(), type).toList();
        } catch (BadInputException e) {
            throw e;
        } catch (RuntimeException e) {
            throw bad("cannot be read as Parquet (%s)".formatted(e.getMessage()));
        }
    }

    private Class<? extends Row> rowType(Path file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(new FileSystemInputFile(file.toFile()))) {
            ParquetMetadata footer = reader.getFooter();
            for (String text : TEXTS) {
                if (column(footer, text).getPrimitiveType().getPrimitiveTypeName() != PrimitiveTypeName.BINARY) {
                    throw bad("must hold text in column '%s'".formatted(text));
                }
            }
            PrimitiveTypeName vectors =
                    column(footer, VECTOR).getPrimitiveType().getPrimitiveTypeName();
            long values = footer.getBlocks().stream()
                    .map(BlockMetaData::getColumns)
                    .flatMap(List::stream)
                    .filter(chunk -> chunk.getPath().toArray()[0].equals(VECTOR))
                    .mapToLong(ColumnChunkMetaData::getValueCount)
                    .sum();
            if (values > mostValues) {
                throw bad("holds %,d values, more than the %,d that are read; give fewer images"
                        .formatted(values, mostValues));
            }
            return switch (vectors) {
                case FLOAT -> FloatRow.class;
                case DOUBLE -> DoubleRow.class;
                default -> throw bad("must hold lists of float or double in column 'vector'");
            };
        }
    }

    private ColumnDescriptor column(ParquetMetadata footer, String first) {
        Optional<ColumnDescriptor> found = footer.getFileMetaData().getSchema().getColumns().stream()
                .filter(column -> column.getPath()[0].equals(first))
                .findFirst();
        return found.orElseThrow(
                () -> bad("has no column '%s'; it needs image, class, split and vector".formatted(first)));
    }

    private BadInputException bad(String what) {
        return new BadInputException("%s %s.".formatted(name, what));
    }
}
