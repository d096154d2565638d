package dev.plankton.steps.preprocess;

import dev.plankton.steps.images.ImageFormat;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * An image file whose format is known, not decoded yet.
 *
 * @param reader to be disposed of afterwards
 */
record OpenedImage(ImageFormat format, ImageReader reader, FileFacts facts) {

    /** @param length bytes of the file */
    static OpenedImage open(ImageInputStream in, long length) throws IOException, UnusableImageException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            Optional<ImageFormat> format =
                    ImageFormat.ofReader(reader.getOriginatingProvider().getFormatNames());
            if (format.isPresent()) {
                FileFacts facts = FileFacts.read(format.get(), in, length);
                in.seek(0);
                reader.setInput(format.get() == ImageFormat.WEBP ? WebpInput.of(in, length) : in, false, true);
                return new OpenedImage(format.get(), reader, facts);
            }
            reader.dispose();
        }
        throw new UnusableImageException("is not a %s image, whatever its name says".formatted(ImageFormat.inWords()));
    }

    boolean hasSeveralPages() throws IOException {
        return switch (format) {
            case TIFF -> facts.pages() > 1;
            case GIF, WEBP -> reader.getNumImages(true) > 1;
            case PNG, JPEG, BMP -> false;
        };
    }
}
