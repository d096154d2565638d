package dev.plankton.contracts.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageShardTest {
    private static final int SIDE = 40;

    @TempDir
    private Path folder;

    private static byte[] image(int seed) {
        byte[] pixels = new byte[SIDE * SIDE];
        new SplittableRandom(seed).nextBytes(pixels);
        return pixels;
    }

    private Path written(String name) throws IOException {
        Path file = folder.resolve(name);
        try (ImageShardWriter writer = new ImageShardWriter(file, SIDE)) {
            for (int i = 0; i < 20; i++) {
                writer.add("image" + i, image(i));
            }
        }
        return file;
    }

    @Test
    void holdsImagesAsPgmFiles() throws IOException {
        Path file = written("shard.zip");
        try (ImageShard shard = ImageShard.open(file, SIDE);
                ZipFile zip = new ZipFile(file.toFile())) {
            for (int i = 19; i >= 0; i--) {
                assertThat(shard.pixels("image" + i)).isEqualTo(image(i));
            }
            assertThat(zip.size()).isEqualTo(20);
            byte[] pgm = zip.getInputStream(zip.getEntry("image7.pgm")).readAllBytes();
            assertThat(new String(pgm, StandardCharsets.ISO_8859_1))
                    .isEqualTo("P5\n40 40\n255\n" + new String(image(7), StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void isTheSameForTheSameImages() throws IOException {
        assertThat(Files.mismatch(written("one.zip"), written("other.zip"))).isEqualTo(-1);
    }

    @Test
    void refusesImagesOfAnotherSize() throws IOException {
        try (ImageShardWriter writer = new ImageShardWriter(folder.resolve("shard.zip"), SIDE)) {
            assertThatThrownBy(() -> writer.add("image", new byte[5])).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> writer.add("image", PackedImage.of(2, new byte[4])))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
