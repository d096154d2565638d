package dev.plankton.steps.preprocess;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Converts decoded images to grey. Colour becomes Rec. 601 luma (0.299 R + 0.587 G + 0.114 B) of the stored values;
 * colour profiles are ignored. Samples may have up to 16 bits.
 */
final class GreyConverter {
    static final int WHITE = 65_535;

    private final Raster raster;
    private final int bands;
    private final int[] largest;
    private final int colourSpace;
    private final boolean alpha;
    private final int alphaBand;
    private final boolean premultiplied;
    private final int backdrop;

    private GreyConverter(Raster raster, ColorModel colours, int bits, int backdrop) {
        this.raster = raster;
        this.bands = raster.getNumBands();
        this.colourSpace = colours.getColorSpace().getType();
        this.alpha = colours.hasAlpha();
        this.alphaBand = colours.getNumColorComponents();
        this.premultiplied = colours.isAlphaPremultiplied();
        this.backdrop = backdrop;
        this.largest = new int[bands];
        for (int band = 0; band < bands; band++) {
            boolean colour = band < colours.getNumColorComponents();
            int own = colours.getComponentSize(Math.min(band, colours.getNumComponents() - 1));
            largest[band] = (1 << (colour ? Math.min(bits, own) : own)) - 1;
        }
    }

    /**
     * An image in grey.
     *
     * @param undeclaredBits as in {@link SampleBits}
     */
    record Converted(GreyImage image, OptionalInt undeclaredBits) {}

    /**
     * @param bitDepth how many bits of 16-bit samples count, if the user says so
     * @param onBlack whether transparent parts are shown on black and not on white
     */
    static Converted convert(BufferedImage image, FileFacts facts, Optional<Integer> bitDepth, boolean onBlack)
            throws UnusableImageException {
        ColorModel colours = image.getColorModel();
        int backdrop = onBlack ? 0 : WHITE;
        if (colours instanceof IndexColorModel || !isKnown(colours)) {
            return new Converted(fromArgb(image, backdrop), OptionalInt.empty());
        }
        Raster raster = image.getRaster();
        Optional<GreyImage> plain = PlainBytes.convert(raster, colours);
        if (plain.isPresent()) {
            return new Converted(plain.get(), OptionalInt.empty());
        }
        if (raster.getTransferType() > DataBuffer.TYPE_INT
                || raster.getTransferType() == DataBuffer.TYPE_SHORT
                || colours.getComponentSize(0) > 16) {
            throw new UnusableImageException("has samples that are neither 8 nor 16 bits");
        }
        SampleBits bits = colours.getComponentSize(0) == 16
                ? SampleBits.of(raster, colours.getNumColorComponents(), facts, bitDepth)
                : new SampleBits(16, OptionalInt.empty());
        GreyConverter converter = new GreyConverter(raster, colours, bits.count(), backdrop);
        return new Converted(converter.image(), bits.undeclared());
    }

    private static boolean isKnown(ColorModel colours) {
        int type = colours.getColorSpace().getType();
        return type == ColorSpace.TYPE_GRAY || type == ColorSpace.TYPE_RGB || type == ColorSpace.TYPE_CMYK;
    }

    private static GreyImage fromArgb(BufferedImage image, int backdrop) {
        int width = image.getWidth();
        byte[] pixels = new byte[width * image.getHeight()];
        int[] line = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, line, 0, width);
            for (int x = 0; x < width; x++) {
                int argb = line[x];
                int luma = luma((argb >> 16 & 0xff) * 257, (argb >> 8 & 0xff) * 257, (argb & 0xff) * 257);
                pixels[y * width + x] = toByte(over(backdrop, luma, (argb >>> 24) * 257, false));
            }
        }
        return new GreyImage(width, image.getHeight(), pixels);
    }

    private GreyImage image() {
        int width = raster.getWidth();
        byte[] pixels = new byte[width * raster.getHeight()];
        int[] line = new int[width * bands];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, line);
            for (int x = 0; x < width; x++) {
                int luma = luma(line, x * bands);
                int shown = alpha ? over(backdrop, luma, sample(line, x * bands, alphaBand), premultiplied) : luma;
                pixels[y * width + x] = toByte(shown);
            }
        }
        return new GreyImage(width, raster.getHeight(), pixels);
    }

    private int luma(int[] line, int at) {
        return switch (colourSpace) {
            case ColorSpace.TYPE_GRAY -> sample(line, at, 0);
            case ColorSpace.TYPE_CMYK ->
                Inks.luma(
                        WHITE - sample(line, at, 0),
                        WHITE - sample(line, at, 1),
                        WHITE - sample(line, at, 2),
                        WHITE - sample(line, at, 3),
                        WHITE);
            default -> luma(sample(line, at, 0), sample(line, at, 1), sample(line, at, 2));
        };
    }

    /** A sample scaled to 0 to 65535. Bits above those that count are only set where the reader has turned all over. */
    private int sample(int[] line, int at, int band) {
        int most = largest[band];
        int value = line[at + band] & most;
        return most == 255 ? value * 257 : most == WHITE ? value : (int) ((long) value * WHITE / most);
    }

    private static int luma(int red, int green, int blue) {
        return (299 * red + 587 * green + 114 * blue + 500) / 1000;
    }

    private static int over(int backdrop, int luma, int alpha, boolean premultiplied) {
        if (alpha == WHITE) {
            return luma;
        }
        long covered = premultiplied ? (long) luma * WHITE : (long) luma * alpha;
        return (int) Math.min(WHITE, (covered + (long) backdrop * (WHITE - alpha) + WHITE / 2) / WHITE);
    }

    static byte toByte(int value) {
        return (byte) ((value + 128) / 257);
    }
}
