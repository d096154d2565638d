package dev.plankton.steps.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {

    private static ImageDecoder.Decoded decode(byte[] bytes, int cropBottom) throws Exception {
        return new ImageDecoder(new ImageDecoder.Settings(100, cropBottom, Optional.empty(), false))
                .decode(
                        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)),
                        bytes.length,
                        new PixelBudget());
    }

    private static void unusable(byte[] bytes, String reason) {
        assertThatThrownBy(() -> decode(bytes, 0))
                .isInstanceOf(UnusableImageException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void readsEveryFormatAndPixelLayout() throws Exception {
        for (String line : References.lines("pictures.csv")) {
            String name = line.substring(0, line.indexOf(','));
            int[] expected = References.numbers(line.substring(line.indexOf(',') + 1));
            byte[] found =
                    decode(References.bytes("pictures/" + name), 0).image().pixels();
            int tolerance = name.endsWith("colour.jpg") ? 3 : 1; // decoders differ in how they enlarge chroma
            assertThat(found).hasSize(expected.length);
            for (int i = 0; i < expected.length; i++) {
                assertThat((found[i] & 0xff) - expected[i])
                        .as("%s, pixel %d", name, i)
                        .isBetween(-tolerance, tolerance);
            }
        }
    }

    @Test
    void cutsOffTheBottom() throws Exception {
        ImageDecoder.Decoded whole = decode(References.bytes("pictures/colour.png"), 0);
        ImageDecoder.Decoded cut = decode(References.bytes("pictures/colour.png"), 4);
        assertThat(cut.sourceHeight()).isEqualTo(9);
        assertThat(cut.image().height()).isEqualTo(5);
        assertThat(cut.image().pixels()).isEqualTo(Arrays.copyOf(whole.image().pixels(), 5 * 12));
        assertThatThrownBy(() -> decode(References.bytes("pictures/colour.png"), 9))
                .isInstanceOf(UnusableImageException.class)
                .hasMessageContaining("leaves nothing");
    }

    @Test
    void leavesOutHugeImagesByTheirHeader() throws Exception {
        unusable(blankPng(20_000, 20_000), "has 20000 x 20000 pixels, which is over 100 megapixels");
        unusable(blankPng(2_000_000_000, 2), "over 100 megapixels");
    }

    /** A PNG of one grey value, complete and valid; the rows are compressed as they are made. */
    private static byte[] blankPng(int width, int height) throws IOException {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(rows, new Deflater(Deflater.BEST_SPEED))) {
            byte[] row = new byte[1 + Math.min(width, 20_000)];
            for (int y = 0; y < height; y++) {
                deflater.write(row);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(
                png,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 0, 0, 0, 0})
                        .array());
        chunk(png, "IDAT", rows.toByteArray());
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(data);
        png.write(ByteBuffer.allocate(4).putInt(data.length).array());
        png.write(name);
        png.write(data);
        png.write(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "bmp", "tif"})
    void leavesOutTruncatedImages(String format) throws Exception {
        BufferedImage image = new BufferedImage(200, 200, BufferedImage.TYPE_BYTE_GRAY);
        Random random = new Random(5);
        for (int i = 0; i < 40_000; i++) {
            image.getRaster().setSample(i % 200, i / 200, 0, random.nextInt(256));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        byte[] bytes = out.toByteArray();
        assertThat(decode(bytes, 0).image().width()).isEqualTo(200);
        for (double share : new double[] {0.02, 0.5, 0.9}) {
            byte[] cut = Arrays.copyOf(bytes, (int) (bytes.length * share));
            assertThatThrownBy(() -> decode(cut, 0))
                    .as("%s %s", format, share)
                    .isInstanceOf(UnusableImageException.class);
        }
    }

    @Test
    void leavesOutWhatIsNoImage() {
        unusable("just text".getBytes(StandardCharsets.UTF_8), "is not a png, jpeg, tiff, bmp, gif or webp image");
        unusable(
                "RIFF89a\1\0\1\0".getBytes(StandardCharsets.ISO_8859_1),
                "is not a png, jpeg, tiff, bmp, gif or webp image");
        unusable(new byte[] {1, 2, 3}, "is not a png, jpeg, tiff, bmp, gif or webp image");
        unusable(new byte[100], "is not a png, jpeg, tiff, bmp, gif or webp image");
        unusable(new byte[0], "is not a png, jpeg, tiff, bmp, gif or webp image");
    }

    @Test
    void survivesEveryFlippedByte() throws Exception {
        for (String name : new String[] {"grey.png", "colour.jpg", "colour.tiff", "colour.bmp"}) {
            byte[] bytes = References.bytes("pictures/" + name);
            for (int i = 0; i < bytes.length; i++) {
                byte[] flipped = bytes.clone();
                flipped[i] ^= (byte) 0xff;
                try {
                    assertThat(decode(flipped, 0).image().pixels()).isNotEmpty();
                } catch (UnusableImageException e) {
                    assertThat(e.reason()).isNotBlank();
                }
            }
        }
    }
}
