package dev.plankton.steps.preprocess;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Image files that tests make, and the ways in which tests decode them. */
final class MadeImages {
    private MadeImages() {}

    static ImageDecoder.Settings plain() {
        return new ImageDecoder.Settings(100, 0, Optional.empty(), false);
    }

    static ImageDecoder.Settings bitDepth(int bits) {
        return new ImageDecoder.Settings(100, 0, Optional.of(bits), false);
    }

    static ImageDecoder.Decoded decode(byte[] bytes, ImageDecoder.Settings settings) throws Exception {
        return new ImageDecoder(settings)
                .decode(
                        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)),
                        bytes.length,
                        new PixelBudget());
    }

    /** The grey values of an image, row by row. */
    static int[] greys(byte[] bytes, ImageDecoder.Settings settings) throws Exception {
        return greys(decode(bytes, settings).image());
    }

    static int[] greys(GreyImage image) {
        int[] greys = new int[image.pixels().length];
        Arrays.setAll(greys, i -> image.pixels()[i] & 0xff);
        return greys;
    }

    static byte[] written(RenderedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, out)) {
            throw new IOException("no writer for " + format);
        }
        return out.toByteArray();
    }

    static BufferedImage grey(int width, int height, int... pixels) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setPixels(0, 0, width, height, pixels);
        return image;
    }

    /** A JPEG of the best quality, 16 x 16 pixels with the same samples, of as many components as there are samples. */
    static byte[] flatJpeg(int... samples) throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 16, samples.length, null);
        for (int i = 0; i < 256; i++) {
            raster.setPixel(i % 16, i / 16, samples);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(1);
            writer.write(null, new IIOImage(raster, null, null), quality);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** The JPEG with the segment that Adobe's programs write. @param transform 0 inks as they are, 2 luma and black */
    static byte[] withAdobe(byte[] jpeg, int transform) {
        return withSegment(jpeg, 0xee, new byte[] {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform});
    }

    /** The JPEG with EXIF data that say how it is to be turned. */
    static byte[] withOrientation(byte[] jpeg, int orientation) {
        byte[] tiff = TiffBytes.grey(1, 1, 8).shorts(274, orientation).bytes();
        return withSegment(
                jpeg,
                0xe1,
                ByteBuffer.allocate(6 + tiff.length)
                        .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                        .put(tiff)
                        .array());
    }

    private static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        return ByteBuffer.allocate(jpeg.length + 4 + content.length)
                .put(jpeg, 0, 2)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (2 + content.length))
                .put(content)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** A grey PNG of 16 bits in one row. @param significant what it says about its significant bits; 0: nothing */
    static byte[] deepPng(int significant, int... samples) throws IOException {
        BufferedImage image = new BufferedImage(samples.length, 1, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setPixels(0, 0, samples.length, 1, samples);
        byte[] png = written(image, "png");
        if (significant == 0) {
            return png;
        }
        int header = 8 + 25;
        byte[] chunk = {'s', 'B', 'I', 'T', (byte) significant};
        CRC32 checksum = new CRC32();
        checksum.update(chunk);
        return ByteBuffer.allocate(png.length + 13)
                .put(png, 0, header)
                .putInt(1)
                .put(chunk)
                .putInt((int) checksum.getValue())
                .put(png, header, png.length - header)
                .array();
    }

    static byte[] gif(int frames, BufferedImage frame) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < frames; i++) {
                writer.writeToSequence(new IIOImage(frame, null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** A lossless WebP of black and green pixels, written by hand: one bit for each pixel. */
    static byte[] webp(int width, int height, boolean... green) {
        BitSet bits = new BitSet();
        int at = 0;
        at = put(bits, at, 0x2f, 8);
        at = put(bits, at, width - 1, 14);
        at = put(bits, at, height - 1, 14);
        at = put(bits, at, 0, 1 + 3 + 1 + 1 + 1); // no alpha, version, no transform, no cache, one group of codes
        at = put(bits, at, 1 | 1 << 1 | 1 << 2 | 255 << 11, 19); // green: a code of the two symbols 0 and 255
        for (int i = 0; i < 2; i++) {
            at = put(bits, at, 1, 4); // red and blue: only the symbol 0
        }
        at = put(bits, at, 1 | 1 << 2 | 255 << 3, 11); // alpha: only 255
        at = put(bits, at, 1, 4); // distances: none
        for (boolean pixel : green) {
            at = put(bits, at, pixel ? 1 : 0, 1);
        }
        // The decoder reads ahead: the data of such a small image need zeros behind them.
        byte[] content = Arrays.copyOf(bits.toByteArray(), (at / 16 + 1) * 2 + 8);
        return ByteBuffer.allocate(20 + content.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(12 + content.length)
                .put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII))
                .putInt(content.length)
                .put(content)
                .array();
    }

    private static int put(BitSet bits, int at, int value, int count) {
        for (int i = 0; i < count; i++) {
            bits.set(at + i, (value >> i & 1) == 1);
        }
        return at + count;
    }
}
