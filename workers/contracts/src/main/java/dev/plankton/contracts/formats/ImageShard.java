package dev.plankton.contracts.formats;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Preprocessed grey images in one file: a ZIP of binary PGM images, each named {@code <key>.pgm}. Common tools can read
 * it, and images are fast to read in any order. Safe for several threads.
 *
 * <p>Shards of {@code PreprocessStep} up to version 3 were packed by zlib, with the same pixels; they are read as well.
 */
public final class ImageShard implements Closeable {
    private final ZipFile zip;
    private final int side;

    private ImageShard(ZipFile zip, int side) {
        this.zip = zip;
        this.side = side;
    }

    /** Opens a shard of side x side images, as {@link DatasetManifest#side} says. */
    public static ImageShard open(Path file, int side) throws IOException {
        return new ImageShard(new ZipFile(file.toFile()), side);
    }

    /**
     * The pixels of one image, row by row, 0 black to 255 white.
     *
     * @return side x side bytes
     */
    public byte[] pixels(String key) throws IOException {
        ZipEntry entry = zip.getEntry(name(key));
        if (entry == null) {
            throw new IOException("%s holds no image %s".formatted(zip.getName(), key));
        }
        byte[] header = header(side);
        try (InputStream in = zip.getInputStream(entry)) {
            DataInputStream data = new DataInputStream(in);
            byte[] found = new byte[header.length];
            data.readFully(found);
            byte[] pixels = new byte[side * side];
            data.readFully(pixels);
            if (!Arrays.equals(found, header)) {
                throw new IOException("%s: image %s is not %d x %d".formatted(zip.getName(), key, side, side));
            }
            return pixels;
        }
    }

    static String name(String key) {
        return key + ".pgm";
    }

    static byte[] header(int side) {
        return "P5\n%d %d\n255\n".formatted(side, side).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
