package dev.plankton.steps.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFileTest {
    private static final int SIDE = 1024;

    @TempDir
    Path folder;

    private static byte[] image(int number) {
        byte[] pixels = new byte[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 31 + number);
        }
        return pixels;
    }

    @Test
    void imagesMayBeWrittenInAnyOrderAndReadByManyThreads() throws Exception {
        try (ImageFile images = ImageFile.create(folder.resolve("images"), SIDE, 5)) {
            for (int image : new int[] {3, 0, 4, 1, 2}) {
                images.write(image, image(image));
            }
            assertThat(images.count()).isEqualTo(5);
            assertThat(images.side()).isEqualTo(SIDE);
            assertThat(IntStream.range(0, 200).parallel().map(i -> i % 5))
                    .allSatisfy(image -> assertThat(images.pixels(image)).isEqualTo(image(image)));
        }
    }

    /** A file beyond the 2 GiB that an int can address; all but its last image are a hole. */
    @Test
    void theFileMayBeLarge() throws Exception {
        Path file = folder.resolve("images");
        try (ImageFile images = ImageFile.create(file, SIDE, 5000)) {
            images.write(4999, image(7));
            assertThat(images.pixels(4999)).isEqualTo(image(7));
            assertThat(Files.size(file)).isEqualTo(5000L << 20);
        }
        Files.delete(file);
    }

    @Test
    void whatIsNotThereCannotBeRead() throws Exception {
        Path file = folder.resolve("images");
        try (ImageFile images = ImageFile.create(file, SIDE, 2)) {
            images.write(0, image(0));
            assertThatThrownBy(() -> images.pixels(1))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("the scaled images cannot be read: it ends before image 1 of 2");
            assertThatThrownBy(() -> ImageFile.create(file, SIDE, 2)).isInstanceOf(FileAlreadyExistsException.class);
        }
    }
}
