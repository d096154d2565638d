package dev.plankton.steps.preprocess;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Converts decoded images to grey. Colour becomes Rec. 601 luma (0.299 R + 0.587 G + 0.114 B) of the stored values;
 * colour profiles are ignored. Transparent parts are shown on white. Samples may have up to 16 bits.
 */
final class GreyConverter {
    private static final int WHITE = 65_535;

    private final Raster raster;
    private final int bands;
    private final int[] largest;
    private final boolean grey;
    private final boolean alpha;

    private GreyConverter(Raster raster, ColorModel colours) {
        this.raster = raster;
        this.bands = raster.getNumBands();
        this.largest = new int[bands];
        for (int band = 0; band < bands; band++) {
            largest[band] = (1 << colours.getComponentSize(band)) - 1;
        }
        this.grey = colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        this.alpha = colours.hasAlpha();
    }

    /** @param rows rows from the top that are wanted */
    static GreyImage convert(BufferedImage image, int rows) throws UnusableImageException {
        ColorModel colours = image.getColorModel();
        int width = image.getWidth();
        byte[] pixels = new byte[width * rows];
        if (colours instanceof IndexColorModel || !isGreyOrRgb(colours)) {
            int[] line = new int[width];
            for (int y = 0; y < rows; y++) {
                image.getRGB(0, y, width, 1, line, 0, width);
                for (int x = 0; x < width; x++) {
                    pixels[y * width + x] = fromArgb(line[x]);
                }
            }
            return new GreyImage(width, rows, pixels);
        }
        if (image.getRaster().getTransferType() > DataBuffer.TYPE_INT
                || image.getRaster().getTransferType() == DataBuffer.TYPE_SHORT
                || colours.getComponentSize(0) > 16) {
            throw new UnusableImageException("has samples that are neither 8 nor 16 bits");
        }
        GreyConverter converter = new GreyConverter(image.getRaster(), colours);
        boolean premultiplied = colours.isAlphaPremultiplied();
        int[] line = new int[width * converter.bands];
        for (int y = 0; y < rows; y++) {
            converter.row(y, line, pixels, width, premultiplied);
        }
        return new GreyImage(width, rows, pixels);
    }

    private static boolean isGreyOrRgb(ColorModel colours) {
        int type = colours.getColorSpace().getType();
        return type == ColorSpace.TYPE_GRAY || type == ColorSpace.TYPE_RGB;
    }

    private void row(int y, int[] line, byte[] pixels, int width, boolean premultiplied) {
        raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, line);
        for (int x = 0; x < width; x++) {
            int at = x * bands;
            int luma = grey ? sample(line, at, 0) : luma(sample(line, at, 0), sample(line, at, 1), sample(line, at, 2));
            int shown = alpha ? overWhite(luma, sample(line, at, bands - 1), premultiplied) : luma;
            pixels[y * width + x] = toByte(shown);
        }
    }

    /** A sample scaled to 0 to 65535. */
    private int sample(int[] line, int at, int band) {
        int value = line[at + band];
        int most = largest[band];
        return most == 255 ? value * 257 : most == WHITE ? value : (int) ((long) value * WHITE / most);
    }

    private static byte fromArgb(int argb) {
        int luma = luma((argb >> 16 & 0xff) * 257, (argb >> 8 & 0xff) * 257, (argb & 0xff) * 257);
        return toByte(overWhite(luma, (argb >>> 24) * 257, false));
    }

    private static int luma(int red, int green, int blue) {
        return (299 * red + 587 * green + 114 * blue + 500) / 1000;
    }

    private static int overWhite(int luma, int alpha, boolean premultiplied) {
        if (alpha == WHITE) {
            return luma;
        }
        long covered = premultiplied ? (long) luma * WHITE : (long) luma * alpha;
        return (int) Math.min(WHITE, (covered + (long) WHITE * (WHITE - alpha) + WHITE / 2) / WHITE);
    }

    private static byte toByte(int value) {
        return (byte) ((value + 128) / 257);
    }
}
