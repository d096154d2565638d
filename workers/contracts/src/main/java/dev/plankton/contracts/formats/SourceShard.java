package dev.plankton.contracts.formats;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Source images as they were uploaded, in one file: an uncompressed ZIP whose entries have the images' keys as names.
 * Safe for several threads.
 */
public final class SourceShard implements Closeable {

    /** One image: its key and the length of its file in bytes. */
    public record Entry(String key, long bytes) {}

    private final ZipFile zip;
    private final List<Entry> entries;

    private SourceShard(ZipFile zip) {
        this.zip = zip;
        this.entries = zip.stream()
                .map(entry -> new Entry(entry.getName(), entry.getSize()))
                .toList();
    }

    public static SourceShard open(Path file) throws IOException {
        return new SourceShard(new ZipFile(file.toFile()));
    }

    /** The images, in the order in which they were added. */
    public List<Entry> entries() {
        return entries;
    }

    /** The bytes of one image's file. */
    public InputStream open(String key) throws IOException {
        ZipEntry entry = zip.getEntry(key);
        if (entry == null) {
            throw new FileNotFoundException("%s holds no image %s".formatted(zip.getName(), key));
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
