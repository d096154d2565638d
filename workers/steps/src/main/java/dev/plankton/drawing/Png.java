package dev.plankton.drawing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures as PNG; the same pixels give the same bytes. */
public final class Png {
    private Png() {}

    /** Writes the picture and returns the file. */
    public static Path write(BufferedImage picture, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            write(picture, out);
        } catch (IOException e) {
            throw new IOException("cannot write %s: %s".formatted(file, e.getMessage()), e);
        }
        return file;
    }

    /** The picture as the bytes of a file. */
    static byte[] bytes(BufferedImage picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(picture, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(BufferedImage picture, OutputStream out) throws IOException {
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            if (!ImageIO.write(picture, "png", stream)) {
                throw new IOException("this Java platform cannot write PNG files");
            }
        }
    }
}
