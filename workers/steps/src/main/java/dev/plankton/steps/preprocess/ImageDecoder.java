package dev.plankton.steps.preprocess;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes PNG, JPEG, TIFF (its first page) and BMP. The content shows the format, not the file's name. The header is
 * checked before anything is decoded. The rotation that cameras note in EXIF data is ignored.
 */
final class ImageDecoder {
    private static final Set<String> FORMATS = Set.of("png", "jpeg", "tiff", "bmp");
    private static final Pattern INCOMPLETE =
            Pattern.compile("premature|truncat|unexpected end|end of (input|file|stream)", Pattern.CASE_INSENSITIVE);
    private static final int MOST_BYTES_PER_PIXEL = 8;

    private final long maxPixels;
    private final int cropBottom;
    private final PixelBudget budget;

    ImageDecoder(int maxMegapixels, int cropBottom, PixelBudget budget) {
        this.maxPixels = maxMegapixels * 1_000_000L;
        this.cropBottom = cropBottom;
        this.budget = budget;
    }

    /**
     * @param sourceWidth width in the file
     * @param sourceHeight height in the file, before cropping
     * @param image the image in grey, cropped
     */
    record Decoded(int sourceWidth, int sourceHeight, GreyImage image) {}

    Decoded decode(ImageInputStream in) throws UnusableImageException, InterruptedException {
        ImageReader reader = reader(in);
        try {
            reader.setInput(in, true, true);
            List<String> warnings = new ArrayList<>();
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            check(reader, width, height);
            try (PixelBudget.Share share = budget.take((long) width * height)) {
                BufferedImage image = reader.read(0);
                if (warnings.stream()
                        .anyMatch(warning -> INCOMPLETE.matcher(warning).find())) {
                    throw new UnusableImageException("is incomplete");
                }
                if (image.getWidth() != width || image.getHeight() != height) {
                    throw new UnusableImageException("is not as large as its header says");
                }
                return new Decoded(width, height, GreyConverter.convert(image, height - cropBottom));
            }
        } catch (IOException | RuntimeException e) {
            throw new UnusableImageException("cannot be decoded (%s)".formatted(firstLine(e)));
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(ImageInputStream in) throws UnusableImageException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (Arrays.stream(reader.getOriginatingProvider().getFormatNames())
                    .anyMatch(name -> FORMATS.contains(name.toLowerCase(Locale.ROOT)))) {
                return reader;
            }
            reader.dispose();
        }
        throw new UnusableImageException("is not a png, jpeg, tiff or bmp image, whatever its name says");
    }

    private void check(ImageReader reader, int width, int height) throws IOException, UnusableImageException {
        if (width < 1 || height < 1) {
            throw new UnusableImageException("has no pixels");
        }
        if ((long) width * height > maxPixels) {
            throw new UnusableImageException(
                    "has %d x %d pixels, which is over %d megapixels".formatted(width, height, maxPixels / 1_000_000));
        }
        if (height <= cropBottom) {
            throw new UnusableImageException("is %d pixels high, so that cutting off the bottom %d leaves nothing"
                    .formatted(height, cropBottom));
        }
        ImageTypeSpecifier type = reader.getRawImageType(0);
        if (type != null) {
            int bits = Arrays.stream(type.getSampleModel().getSampleSize()).sum();
            if (bits > MOST_BYTES_PER_PIXEL * 8) {
                throw new UnusableImageException("has %d bits per pixel".formatted(bits));
            }
        }
    }

    private static String firstLine(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        String line = message.lines().findFirst().orElse("").strip();
        return line.length() > 160 ? line.substring(0, 160) : line;
    }
}
