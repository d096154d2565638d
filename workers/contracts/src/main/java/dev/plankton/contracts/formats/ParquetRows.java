package dev.plankton.contracts.formats;

import com.jerolba.carpet.CarpetReader;
import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.io.FileSystemOutputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Records as a Parquet file that pandas, DuckDB and similar tools can read. The same rows give the same bytes. */
public final class ParquetRows {
    private ParquetRows() {}

    /** Adds the rows of a file one after another. */
    @FunctionalInterface
    public interface Rows<T> {
        void addTo(RowConsumer<T> file) throws IOException;
    }

    /** Takes one row. */
    @FunctionalInterface
    public interface RowConsumer<T> {
        void add(T row) throws IOException;
    }

    /**
     * Writes a file.
     *
     * @param type a public record; its components are the columns
     * @param metadata entries for the file's own metadata
     */
    public static <T> void write(Class<T> type, Path file, Map<String, String> metadata, Rows<T> rows)
            throws IOException {
        // Not compressed: embeddings hardly shrink, and a new version of a codec would change the bytes.
        CarpetWriter.Builder<T> builder = new CarpetWriter.Builder<>(new FileSystemOutputFile(file.toFile()), type)
                .withConf(new PlainParquetConfiguration())
                // The library lists a column's encodings in an order that differs from process to process, so each
                // column gets only one.
                .withWriterVersion(WriterVersion.PARQUET_2_0)
                .withDictionaryEncoding(false)
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED);
        metadata.forEach(builder::withExtraMetaData);
        try (CarpetWriter<T> writer = builder.build()) {
            rows.addTo(writer::write);
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /**
     * Reads the columns that the record has; other columns are ignored.
     *
     * @throws IOException if the file is not a Parquet file with these columns
     */
    public static <T> List<T> read(Class<T> type, Path file) throws IOException {
        try {
            return new CarpetReader<>(file.toFile(), type).toList();
        } catch (RuntimeException e) {
            throw new IOException("%s cannot be read as Parquet: %s".formatted(file, e.getMessage()), e);
        }
    }
}
