package dev.plankton.steps.preprocess;

import java.awt.color.ColorSpace;
import java.awt.image.ColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.util.Arrays;
import java.util.Optional;

/**
 * Converts what nearly all images are, 8 bits of grey or of red, green and blue, straight from the bytes that their
 * readers left. The result is that of {@link GreyConverter}, whose two roundings come to one here.
 */
final class PlainBytes {
    private static final int BITS = 8;
    private static final int COLOURS = 3;

    private final int width;
    private final int height;
    private final byte[] bytes;
    private final ComponentSampleModel model;
    /** Where the first pixel begins. */
    private final int start;

    private PlainBytes(Raster raster, DataBufferByte data, ComponentSampleModel model) {
        this.width = raster.getWidth();
        this.height = raster.getHeight();
        this.bytes = data.getData();
        this.model = model;
        this.start = data.getOffset()
                + (raster.getMinY() - raster.getSampleModelTranslateY()) * model.getScanlineStride()
                + (raster.getMinX() - raster.getSampleModelTranslateX()) * model.getPixelStride();
    }

    /** Empty for all other kinds of images. */
    static Optional<GreyImage> convert(Raster raster, ColorModel colours) {
        if (colours.hasAlpha()
                || Arrays.stream(colours.getComponentSize()).anyMatch(bits -> bits != BITS)
                || !(raster.getSampleModel() instanceof ComponentSampleModel model)
                || !(raster.getDataBuffer() instanceof DataBufferByte data)
                || data.getNumBanks() != 1) {
            return Optional.empty();
        }
        PlainBytes plain = new PlainBytes(raster, data, model);
        return switch (colours.getColorSpace().getType()) {
            case ColorSpace.TYPE_GRAY -> model.getNumBands() == 1 ? Optional.of(plain.grey()) : Optional.empty();
            case ColorSpace.TYPE_RGB -> model.getNumBands() == COLOURS ? Optional.of(plain.luma()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private GreyImage grey() {
        byte[] pixels = new byte[width * height];
        int step = model.getPixelStride();
        for (int y = 0; y < height; y++) {
            int at = start + y * model.getScanlineStride() + model.getBandOffsets()[0];
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = bytes[at + x * step];
            }
        }
        return new GreyImage(width, height, pixels);
    }

    private GreyImage luma() {
        byte[] pixels = new byte[width * height];
        int step = model.getPixelStride();
        int[] offsets = model.getBandOffsets();
        int red = offsets[0];
        int green = offsets[1];
        int blue = offsets[2];
        for (int y = 0; y < height; y++) {
            int at = start + y * model.getScanlineStride();
            for (int x = 0; x < width; x++, at += step) {
                int sum = 299 * (bytes[at + red] & 0xff)
                        + 587 * (bytes[at + green] & 0xff)
                        + 114 * (bytes[at + blue] & 0xff);
                pixels[y * width + x] = (byte) ((sum + 500) / 1000);
            }
        }
        return new GreyImage(width, height, pixels);
    }
}
