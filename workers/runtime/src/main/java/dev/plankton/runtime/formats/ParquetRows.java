package dev.plankton.runtime.formats;

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

/** Records as a Parquet file that pandas, DuckDB and the like can read; the same rows give the same bytes. */
public final class ParquetRows {
    private ParquetRows() {}

    /** Takes the rows of a file one after another. */
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
     * @param metadata goes into the file's own metadata
     */
    public static <T> void write(Class<T> type, Path file, Map<String, String> metadata, Rows<T> rows)
            throws IOException {
        // Not compressed: embeddings hardly shrink, and a codec's next version would change the bytes.
        CarpetWriter.Builder<T> builder = new CarpetWriter.Builder<>(new FileSystemOutputFile(file.toFile()), type)
                .withConf(new PlainParquetConfiguration())
                // The library lists a column's encodings in an order that differs from process to process: one is to
                // do.
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
     * Reads the columns that the record has; others are passed over.
     *
     * @throws IOException if the file is no such Parquet file
     */
    public static <T> List<T> read(Class<T> type, Path file) throws IOException {
        try {
            return new CarpetReader<>(file.toFile(), type).toList();
        } catch (RuntimeException e) {
            throw new IOException("%s cannot be read as Parquet: %s".formatted(file, e.getMessage()), e);
        }
    }
}
