package dev.plankton.steps.preprocess;

import dev.plankton.steps.images.ImageFormat;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes the formats of {@link ImageFormat}; FORMATS.md says what becomes of each. The content shows the format, not
 * the file's name. The header is checked before anything is decoded. Of several pages or frames the first is taken. The
 * picture is turned as the EXIF data of a JPEG or the tags of a TIFF say, and only then its bottom is cut off.
 */
final class ImageDecoder {
    private static final Pattern INCOMPLETE =
            Pattern.compile("premature|truncat|unexpected end|end of (input|file|stream)", Pattern.CASE_INSENSITIVE);
    private static final int MOST_BYTES_PER_PIXEL = 8;

    private final Settings settings;

    /**
     * @param maxMegapixels images with more million pixels are refused
     * @param cropBottom rows to cut off at the bottom
     * @param bitDepth how many bits of 16-bit samples count; empty: as the file says
     * @param onBlack whether transparent parts are shown on black and not on white
     */
    record Settings(int maxMegapixels, int cropBottom, Optional<Integer> bitDepth, boolean onBlack) {}

    ImageDecoder(Settings settings) {
        this.settings = settings;
    }

    /**
     * @param sourceWidth width of the turned picture
     * @param sourceHeight height of the turned picture, before cropping
     * @param image the image in grey, turned and cropped
     * @param severalPages whether the file has further pages or frames
     * @param undeclaredBits as in {@link SampleBits}
     */
    record Decoded(
            int sourceWidth, int sourceHeight, GreyImage image, boolean severalPages, OptionalInt undeclaredBits) {}

    /**
     * @param length bytes of the file
     * @param budget limits how much is decoded at the same time
     * @throws UnusableImageException if there is no image to use in the file
     */
    Decoded decode(ImageInputStream in, long length, PixelBudget budget)
            throws UnusableImageException, InterruptedException {
        try {
            OpenedImage opened = OpenedImage.open(in, length);
            try {
                return decode(opened, budget);
            } finally {
                opened.reader().dispose();
            }
        } catch (EOFException e) {
            throw incomplete();
        } catch (IOException | RuntimeException e) {
            stopIfInterrupted();
            throw new UnusableImageException("cannot be decoded (%s)".formatted(firstLine(e)));
        }
    }

    private Decoded decode(OpenedImage opened, PixelBudget budget)
            throws IOException, UnusableImageException, InterruptedException {
        ImageReader reader = opened.reader();
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        reader.addIIOReadProgressListener(new StopWhenInterrupted());
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        check(opened, width, height);
        try (PixelBudget.Share share = budget.take((long) width * height)) {
            GreyConverter.Converted converted = read(opened);
            stopIfInterrupted();
            if (warnings.stream()
                    .anyMatch(warning -> INCOMPLETE.matcher(warning).find())) {
                throw incomplete();
            }
            GreyImage image = converted.image();
            if (image.width() != width || image.height() != height) {
                throw new UnusableImageException("is not as large as its header says");
            }
            GreyImage turned = image.turned(opened.facts().orientation());
            return new Decoded(
                    turned.width(),
                    turned.height(),
                    turned.withoutBottom(settings.cropBottom()),
                    opened.hasSeveralPages(),
                    converted.undeclaredBits());
        }
    }

    private GreyConverter.Converted read(OpenedImage opened) throws IOException, UnusableImageException {
        Optional<Inks> inks = opened.facts().inks();
        if (inks.isPresent()) {
            Raster raster = opened.reader().readRaster(0, null);
            return new GreyConverter.Converted(inks.get().convert(raster), OptionalInt.empty());
        }
        BufferedImage image = opened.reader().read(0);
        return GreyConverter.convert(image, opened.facts(), settings.bitDepth(), settings.onBlack());
    }

    private void check(OpenedImage opened, int width, int height) throws IOException, UnusableImageException {
        if (width < 1 || height < 1) {
            throw new UnusableImageException("has no pixels");
        }
        if ((long) width * height > settings.maxMegapixels() * 1_000_000L) {
            throw new UnusableImageException("has %d x %d pixels, which is over %d megapixels"
                    .formatted(width, height, settings.maxMegapixels()));
        }
        int shownHeight = opened.facts().orientation() >= 5 ? width : height;
        if (shownHeight <= settings.cropBottom()) {
            throw new UnusableImageException("is %d pixels high, so that cutting off the bottom %d leaves nothing"
                    .formatted(shownHeight, settings.cropBottom()));
        }
        if (opened.facts().inks().isPresent()) {
            return; // the reader has no type for them
        }
        ImageTypeSpecifier type = opened.reader().getRawImageType(0);
        if (type != null) {
            int bits = Arrays.stream(type.getSampleModel().getSampleSize()).sum();
            if (bits > MOST_BYTES_PER_PIXEL * 8) {
                throw new UnusableImageException("has %d bits per pixel".formatted(bits));
            }
        }
    }

    private static UnusableImageException incomplete() {
        return new UnusableImageException("is incomplete");
    }

    private static void stopIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("stopped while decoding an image");
        }
    }

    private static String firstLine(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        String line = message.lines().findFirst().orElse("").strip();
        return line.length() > 160 ? line.substring(0, 160) : line;
    }
}
