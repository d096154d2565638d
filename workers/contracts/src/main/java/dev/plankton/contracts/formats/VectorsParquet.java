package dev.plankton.contracts.formats;

import com.jerolba.carpet.CarpetParquetReader;
import com.jerolba.carpet.annotation.Alias;
import com.jerolba.carpet.io.FileSystemInputFile;
import dev.plankton.contracts.BadInputException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
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
    private static final long MOST_UNPACKED_BYTES = 1L << 30;
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
            return rows(rowType(file), file);
        } catch (BadInputException | FileSystemException | FileNotFoundException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // The library takes the sizes in a damaged file for true, and throws whatever comes of it.
            throw bad("is damaged or is not Parquet (%s); write it and upload it again".formatted(e.getMessage()));
        }
    }

    /** Checks the checksums of pages that have one; pages are where the values are. */
    private static <T extends Row> List<T> rows(Class<T> type, Path file) throws IOException {
        List<T> rows = new ArrayList<>();
        try (ParquetReader<T> reader = CarpetParquetReader.builder(new FileSystemInputFile(file.toFile()), type)
                .usePageChecksumVerification()
                .build()) {
            for (T row = reader.read(); row != null; row = reader.read()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Class<? extends Row> rowType(Path file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(new FileSystemInputFile(file.toFile()))) {
            ParquetMetadata footer = reader.getFooter();
            checkSizes(footer, Files.size(file));
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

    /** What the footer promises must fit into the file, before the library allocates it. */
    private void checkSizes(ParquetMetadata footer, long bytes) {
        long unpacked = 0;
        for (BlockMetaData block : footer.getBlocks()) {
            long packed = 0;
            for (ColumnChunkMetaData chunk : block.getColumns()) {
                boolean inside = chunk.getStartingPos() >= 0
                        && chunk.getTotalSize() >= 0
                        && chunk.getTotalSize() <= bytes - chunk.getStartingPos();
                packed += inside ? chunk.getTotalSize() : bytes + 1;
                unpacked += Math.clamp(chunk.getTotalUncompressedSize(), 0, MOST_UNPACKED_BYTES + 1);
                boolean flat = chunk.getPath().size() == 1;
                boolean counted = flat
                        ? chunk.getValueCount() == block.getRowCount()
                        : chunk.getValueCount() >= block.getRowCount();
                if (packed > bytes || !counted) {
                    throw bad("is damaged: it promises other values than its %,d bytes hold; upload it again"
                            .formatted(bytes));
                }
                if (unpacked > MOST_UNPACKED_BYTES) {
                    throw bad("unpacks to more than %,d MB; leave out other columns, or give fewer images"
                            .formatted(MOST_UNPACKED_BYTES >> 20));
                }
            }
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
