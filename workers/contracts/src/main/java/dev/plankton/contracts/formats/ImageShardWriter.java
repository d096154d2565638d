package dev.plankton.contracts.formats;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes an {@link ImageShard}; the same images in the same order give the same bytes. */
public final class ImageShardWriter implements Closeable {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final int side;

    public ImageShardWriter(Path file, int side) throws IOException {
        this.zip = new ZipOutputStream(Files.newOutputStream(file));
        this.zip.setLevel(Deflater.BEST_SPEED);
        this.side = side;
    }

    /** Adds one image; see {@link ImageShard#pixels}. */
    public void add(String key, byte[] pixels) throws IOException {
        if (pixels.length != side * side) {
            throw new IllegalArgumentException("%d pixels instead of %d x %d".formatted(pixels.length, side, side));
        }
        ZipEntry entry = new ZipEntry(ImageShard.name(key));
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(ImageShard.header(side));
        zip.write(pixels);
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
