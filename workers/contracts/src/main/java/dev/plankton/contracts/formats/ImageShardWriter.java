package dev.plankton.contracts.formats;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Writes an {@link ImageShard}; the same images in the same order give the same bytes. */
public final class ImageShardWriter implements Closeable {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int BUFFER = 1 << 16;

    private final ZipArchiveOutputStream zip;
    private final int side;

    public ImageShardWriter(Path file, int side) throws IOException {
        this.zip = new ZipArchiveOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
        this.side = side;
    }

    /** Adds one image; see {@link ImageShard#pixels}. */
    public void add(String key, byte[] pixels) throws IOException {
        add(key, PackedImage.of(side, pixels));
    }

    /** Adds one image that was packed before. */
    public void add(String key, PackedImage image) throws IOException {
        if (image.side() != side) {
            throw new IllegalArgumentException("an image of side %d and not %d".formatted(image.side(), side));
        }
        ZipArchiveEntry entry = new ZipArchiveEntry(ImageShard.name(key));
        entry.setTimeLocal(NO_TIME);
        entry.setMethod(ZipEntry.DEFLATED);
        entry.setSize(image.bytes());
        entry.setCompressedSize(image.deflated().length);
        entry.setCrc(image.crc32());
        zip.addRawArchiveEntry(entry, new ByteArrayInputStream(image.deflated()));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
