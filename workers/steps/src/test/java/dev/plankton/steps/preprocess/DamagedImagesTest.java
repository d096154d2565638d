package dev.plankton.steps.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Damaged images are used or left out, in good time; nothing else happens. */
@Timeout(60)
class DamagedImagesTest {
    private static final int INPUTS_PER_IMAGE = 50;
    private static final Duration MOST = Duration.ofSeconds(5);
    private static final ImageDecoder.Settings SMALL = new ImageDecoder.Settings(1, 0, Optional.empty(), false);

    private final Random random = new Random(11);

    private static List<byte[]> images() throws IOException {
        BufferedImage colour = new BufferedImage(40, 30, BufferedImage.TYPE_3BYTE_BGR);
        Random noise = new Random(4);
        int[] greys = new int[40 * 30];
        for (int i = 0; i < greys.length; i++) {
            greys[i] = noise.nextInt(256);
            colour.setRGB(i % 40, i / 40, noise.nextInt());
        }
        BufferedImage grey = MadeImages.grey(40, 30, greys);
        boolean[] green = new boolean[1200];
        for (int i = 0; i < green.length; i++) {
            green[i] = noise.nextBoolean();
        }
        return List.of(
                MadeImages.written(grey, "png"),
                MadeImages.deepPng(12, greys),
                MadeImages.written(colour, "jpg"),
                MadeImages.withOrientation(MadeImages.written(grey, "jpg"), 6),
                MadeImages.withAdobe(MadeImages.flatJpeg(10, 80, 150, 220), 2),
                MadeImages.written(colour, "tif"),
                TiffBytes.grey(30, 40, 16).samples16(greys).pages(3).bytes(),
                TiffBytes.bigGrey(30, 40, 16).samples16(greys).bytes(),
                TiffBytes.grey(16, 16, 8)
                        .shorts(259, 7)
                        .strip(MadeImages.flatJpeg(90))
                        .bytes(),
                MadeImages.written(colour, "bmp"),
                MadeImages.gif(3, grey),
                MadeImages.webp(40, 30, green));
    }

    @Test
    void usesThemOrLeavesThemOut() throws Exception {
        int used = 0;
        int leftOut = 0;
        for (byte[] image : images()) {
            assertThat(MadeImages.decode(image, SMALL).image().pixels()).isNotEmpty();
            for (int i = 0; i < INPUTS_PER_IMAGE; i++) {
                byte[] damaged = damaged(image);
                long start = System.nanoTime();
                try {
                    assertThat(MadeImages.decode(damaged, SMALL).image().pixels())
                            .isNotEmpty();
                    used++;
                } catch (UnusableImageException e) {
                    assertThat(e.reason()).isNotBlank();
                    leftOut++;
                }
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(MOST);
            }
        }
        assertThat(used).isPositive();
        assertThat(leftOut).isPositive();
    }

    /** The image with some bytes changed, the end cut off, or a part of it repeated. */
    private byte[] damaged(byte[] image) {
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(image, random.nextInt(image.length));
            case 1 -> repeated(image);
            case 2 -> changed(image, image.length);
            default -> changed(image, Math.min(image.length, 200)); // the headers
        };
    }

    private byte[] changed(byte[] image, int end) {
        byte[] changed = image.clone();
        for (int i = random.nextInt(8); i >= 0; i--) {
            changed[random.nextInt(end)] = (byte) random.nextInt(256);
        }
        return changed;
    }

    private byte[] repeated(byte[] image) {
        int from = random.nextInt(image.length);
        int length = random.nextInt(image.length - from);
        byte[] repeated = Arrays.copyOf(image, image.length + length);
        System.arraycopy(image, from, repeated, from + length, image.length - from);
        return repeated;
    }
}
