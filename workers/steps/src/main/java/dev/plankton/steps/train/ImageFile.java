package dev.plankton.steps.train;

import dev.plankton.network.data.TrainingExamples;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Images of the same size in a file, one after another, so that a round's images need not fit into memory. As many as
 * fit are in the operating system's cache. Thread-safe.
 */
final class ImageFile implements TrainingExamples.Images, Closeable {
    private final FileChannel channel;
    private final int side;
    private final int count;

    private ImageFile(FileChannel channel, int side, int count) {
        this.channel = channel;
        this.side = side;
        this.count = count;
    }

    /** @param file must not exist yet */
    static ImageFile create(Path file, int side, int count) throws IOException {
        return new ImageFile(
                FileChannel.open(
                        file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
                side,
                count);
    }

    /** @param pixels side x side bytes */
    void write(int image, byte[] pixels) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(pixels);
        while (rest.hasRemaining()) {
            channel.write(rest, start(image) + rest.position());
        }
    }

    private long start(int image) {
        return (long) image * side * side;
    }

    @Override
    public int side() {
        return side;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public byte[] pixels(int image) {
        ByteBuffer pixels = ByteBuffer.allocate(side * side);
        try {
            while (pixels.hasRemaining()) {
                if (channel.read(pixels, start(image) + pixels.position()) < 0) {
                    throw new EOFException("it ends before image %d of %d".formatted(image, count));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the scaled images cannot be read: " + e.getMessage(), e);
        }
        return pixels.array();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
