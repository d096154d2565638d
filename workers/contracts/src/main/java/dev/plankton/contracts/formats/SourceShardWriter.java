package dev.plankton.contracts.formats;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a {@link SourceShard}; the same files in the same order give the same bytes. */
public final class SourceShardWriter implements Closeable {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;

    public SourceShardWriter(Path file) throws IOException {
        this.zip = new ZipOutputStream(Files.newOutputStream(file));
        this.zip.setMethod(ZipOutputStream.STORED);
    }

    /**
     * Adds one image.
     *
     * @param key SHA-256 of the file's bytes in hexadecimal
     * @param file all bytes of the file
     * @param crc32 CRC-32 of the file's bytes
     */
    public void add(String key, InputStream file, long bytes, long crc32) throws IOException {
        ZipEntry entry = new ZipEntry(key);
        entry.setTimeLocal(NO_TIME);
        entry.setSize(bytes);
        entry.setCrc(crc32);
        zip.putNextEntry(entry);
        file.transferTo(zip);
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
