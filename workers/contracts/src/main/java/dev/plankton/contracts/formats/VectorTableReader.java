package dev.plankton.contracts.formats;

import com.jerolba.carpet.io.FileSystemInputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/**
 * Reads the columns image, class, split and vector of a Parquet file, row by row. The numbers of a vector go from the
 * file's pages into an array; there is no object for each of them. In memory is one group of rows at a time.
 */
final class VectorTableReader {
    static final List<String> TEXTS = List.of("image", "class", "split");
    static final String VECTOR = "vector";

    private VectorTableReader() {}

    /** Takes one row. */
    @FunctionalInterface
    interface Rows {
        /** @param row its values; the same object for every row */
        void add(VectorTableRow row) throws IOException;
    }

    /** The metadata at the end of the file. */
    static ParquetMetadata footer(Path file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(new FileSystemInputFile(file.toFile()))) {
            return reader.getFooter();
        }
    }

    /**
     * Reads all rows, and checks the checksums of pages that have one; pages are where the values are.
     *
     * @param footer of the same file; it has a text column for each of {@link #TEXTS} and a column {@link #VECTOR} of
     *     lists of float or double
     */
    static void read(Path file, ParquetMetadata footer, Rows rows) throws IOException {
        MessageType all = footer.getFileMetaData().getSchema();
        MessageType wanted = new MessageType(
                all.getName(),
                all.getFields().stream()
                        .filter(field -> field.getName().equals(VECTOR) || TEXTS.contains(field.getName()))
                        .toList());
        MessageColumnIO columns = new ColumnIOFactory(footer.getFileMetaData().getCreatedBy()).getColumnIO(wanted, all);
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .usePageChecksumVerification()
                .build();
        VectorTableRow row = new VectorTableRow(wanted);
        FileSystemInputFile input = new FileSystemInputFile(file.toFile());
        try (ParquetFileReader reader = ParquetFileReader.open(input, footer, options, input.newStream())) {
            reader.setRequestedSchema(wanted);
            for (PageReadStore group = reader.readNextRowGroup(); group != null; group = reader.readNextRowGroup()) {
                RecordReader<VectorTableRow> records = columns.getRecordReader(group, row);
                for (long i = 0; i < group.getRowCount(); i++) {
                    rows.add(records.read());
                }
            }
        }
    }
}
