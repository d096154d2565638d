package dev.plankton.contracts.formats;

import dev.plankton.contracts.BadInputException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
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
    @SuppressWarnings("ArrayRecordComponent") // a vector of plain numbers
    public record Row(
            @Nullable String image,
            @Nullable String className,
            @Nullable String split,
            float @Nullable [] vector,
            boolean hasGaps) {}

    /** Takes one row. */
    @FunctionalInterface
    public interface Rows {
        /** @throws BadInputException if the row is not what it should be; nothing more is read then */
        void add(Row row);
    }

    /**
     * Reads all rows in their order.
     *
     * @throws BadInputException if the file is not Parquet, lacks a column, or holds too many values
     */
    public void read(Path file, Rows rows) throws IOException {
        try {
            ParquetMetadata footer = VectorTableReader.footer(file);
            check(footer, Files.size(file));
            VectorTableReader.read(
                    file,
                    footer,
                    row -> rows.add(new Row(row.text(0), row.text(1), row.text(2), row.vector(), row.hasGaps())));
        } catch (BadInputException | FileSystemException | FileNotFoundException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // The library takes the sizes in a damaged file for true, and throws whatever comes of it.
            throw bad("is damaged or is not Parquet (%s); write it and upload it again".formatted(e.getMessage()));
        }
    }

    private void check(ParquetMetadata footer, long bytes) {
        checkSizes(footer, bytes);
        for (String text : VectorTableReader.TEXTS) {
            ColumnDescriptor column = column(footer, text);
            if (column.getPath().length > 1
                    || column.getMaxRepetitionLevel() > 0
                    || column.getPrimitiveType().getPrimitiveTypeName() != PrimitiveTypeName.BINARY) {
                throw bad("must hold text in column '%s'".formatted(text));
            }
        }
        ColumnDescriptor vectors = column(footer, VectorTableReader.VECTOR);
        PrimitiveTypeName type = vectors.getPrimitiveType().getPrimitiveTypeName();
        boolean numbers = type == PrimitiveTypeName.FLOAT || type == PrimitiveTypeName.DOUBLE;
        if (!numbers || vectors.getMaxRepetitionLevel() != 1) {
            throw bad("must hold lists of float or double in column 'vector'");
        }
        long values = footer.getBlocks().stream()
                .map(BlockMetaData::getColumns)
                .flatMap(List::stream)
                .filter(chunk -> chunk.getPath().toArray()[0].equals(VectorTableReader.VECTOR))
                .mapToLong(ColumnChunkMetaData::getValueCount)
                .sum();
        if (values > mostValues) {
            throw bad("holds %,d values, more than the %,d that are read; give fewer images"
                    .formatted(values, mostValues));
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
        List<ColumnDescriptor> found = footer.getFileMetaData().getSchema().getColumns().stream()
                .filter(column -> column.getPath()[0].equals(first))
                .toList();
        return switch (found.size()) {
            case 0 -> throw bad("has no column '%s'; it needs image, class, split and vector".formatted(first));
            case 1 -> found.getFirst();
            default -> throw bad("must not hold several values together in column '%s'".formatted(first));
        };
    }

    private BadInputException bad(String what) {
        return new BadInputException("%s %s.".formatted(name, what));
    }
}
