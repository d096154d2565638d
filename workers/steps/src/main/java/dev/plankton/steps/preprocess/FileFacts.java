package dev.plankton.steps.preprocess;

import dev.plankton.steps.images.ImageFormat;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import javax.imageio.stream.ImageInputStream;

/**
 * What a file says about its image, read before anything is decoded.
 *
 * @param orientation EXIF's number for how the picture is to be turned, 1 (not at all) to 8
 * @param pages pages of a TIFF, not counting smaller copies; 1 for other formats
 * @param bits how many bits of its samples count, if it says so
 * @param whiteIsZero whether a sample of 0 is white
 * @param inks how a JPEG of four inks stores them; empty for all other images
 */
record FileFacts(int orientation, int pages, OptionalInt bits, boolean whiteIsZero, Optional<Inks> inks) {
    static final FileFacts NONE = new FileFacts(1, 1, OptionalInt.empty(), false, Optional.empty());

    /** @param length bytes of the file */
    static FileFacts read(ImageFormat format, ImageInputStream in, long length)
            throws IOException, UnusableImageException {
        return switch (format) {
            case PNG -> NONE.withBits(PngChunks.significantBits(in));
            case JPEG -> {
                JpegMarkers markers = JpegMarkers.read(in, 0, length);
                yield new FileFacts(markers.orientation(), 1, OptionalInt.empty(), false, markers.inks());
            }
            case TIFF -> TiffFacts.read(in, length);
            case BMP, GIF, WEBP -> NONE;
        };
    }

    private FileFacts withBits(OptionalInt known) {
        return new FileFacts(orientation, pages, known, whiteIsZero, inks);
    }
}
