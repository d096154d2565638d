package dev.plankton.contracts.formats;

import com.jerolba.carpet.CarpetReader;
import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.CloseableIterator;
import com.jerolba.carpet.io.FileSystemInputFile;
import com.jerolba.carpet.io.FileSystemOutputFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
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
        List<T> rows = new ArrayList<>();
        forEach(type, file, rows::add);
        return rows;
    }

    /** The same, one row after another, for files of any length. */
    public static <T> void forEach(Class<T> type, Path file, RowConsumer<T> rows) throws IOException {
        try (CloseableIterator<T> all = new CarpetReader<>(file.toFile(), type).iterator()) {
            while (all.hasNext()) {
                rows.add(all.next());
            }
        } catch (RuntimeException e) {
            throw new IOException("%s cannot be read as Parquet: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Whether a file begins as Parquet files do. */
    public static boolean isParquet(Path file) throws IOException {
        byte[] magic = "PAR1".getBytes(StandardCharsets.US_ASCII);
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(magic.length), magic);
        }
    }

    /** An entry of the file's own metadata. @throws IOException if there is none of this name */
    public static String metadata(Path file, String name) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(new FileSystemInputFile(file.toFile()))) {
            String value =
                    reader.getFooter().getFileMetaData().getKeyValueMetaData().get(name);
            if (value == null) {
                throw new IOException("%s does not say its %s".formatted(file, name));
            }
            return value;
        } catch (RuntimeException e) {
            throw new IOException("%s cannot be read as Parquet: %s".formatted(file, e.getMessage()), e);
        }
    }
}
