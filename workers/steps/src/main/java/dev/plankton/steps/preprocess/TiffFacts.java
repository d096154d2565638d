package dev.plankton.steps.preprocess;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.stream.ImageInputStream;

/** What the tags of a TIFF's first page say about its samples. */
final class TiffFacts {
    private static final int DESCRIPTION = 270;
    private static final int BITS_PER_SAMPLE = 258;
    private static final int PHOTOMETRIC = 262;
    private static final int LARGEST_SAMPLE = 281;
    private static final int SAMPLE_FORMAT = 339;
    private static final int UNSIGNED = 1;
    private static final int SIGNED = 2;
    private static final int FLOATING_POINT = 3;
    private static final int MOST_BITS = 16;
    private static final int LEAST_BITS = 8;

    private static final int DESCRIPTION_READ = 1 << 16;
    /** In the description that microscopes write (OME-XML). */
    private static final Pattern SIGNIFICANT_BITS = Pattern.compile("SignificantBits=\"(\\d{1,2})\"");

    private static final String CONVERT =
            "; convert it to unsigned samples of 8 or 16 bits, in ImageJ with Image > Type > 16-bit";

    private TiffFacts() {}

    static FileFacts read(ImageInputStream in, long length) throws IOException, UnusableImageException {
        TiffDirectories directories = TiffDirectories.read(in, length);
        TiffDirectory page = directories.first();
        long bits = page.number(BITS_PER_SAMPLE, 1);
        checkSamples(bits, page.number(SAMPLE_FORMAT, UNSIGNED));
        TiffTiles.check(page, length);
        return new FileFacts(
                page.orientation(),
                directories.pages(),
                bits == MOST_BITS ? significantBits(page) : OptionalInt.empty(),
                page.number(PHOTOMETRIC, 1) == 0,
                Optional.empty());
    }

    private static void checkSamples(long bits, long format) throws UnusableImageException {
        if (format == FLOATING_POINT) {
            throw new UnusableImageException(
                    "holds floating point numbers of %d bits, whose black and white are not known%s"
                            .formatted(bits, CONVERT));
        }
        if (format == SIGNED) {
            throw new UnusableImageException(
                    "holds signed samples of %d bits, whose black and white are not known%s".formatted(bits, CONVERT));
        }
        if (bits > MOST_BITS) {
            throw new UnusableImageException("holds samples of %d bits%s".formatted(bits, CONVERT));
        }
    }

    /**
     * Only a largest sample of 1023, 4095 and so on is a camera's range. Others are the brightest pixel of this one
     * image, by which images must not be scaled: they could not be compared any more.
     */
    private static OptionalInt significantBits(TiffDirectory page) throws IOException {
        long largest = page.number(LARGEST_SAMPLE, 0);
        Matcher described = SIGNIFICANT_BITS.matcher(page.text(DESCRIPTION, DESCRIPTION_READ));
        int bits = described.find()
                ? Integer.parseInt(described.group(1))
                : Long.bitCount(largest + 1) == 1 ? Long.bitCount(largest) : 0;
        return bits >= LEAST_BITS && bits < MOST_BITS ? OptionalInt.of(bits) : OptionalInt.empty();
    }
}
