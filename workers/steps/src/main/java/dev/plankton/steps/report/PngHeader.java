package dev.plankton.steps.report;

import dev.plankton.steps.report.page.PictureSize;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads the size of a PNG picture without decoding it. Pictures are drawn at two pixels per unit, for high-resolution
 * screens.
 */
final class PngHeader {
    private static final int BYTES_BEFORE_SIZE = 16;
    private static final int PIXELS_PER_UNIT = 2;

    private PngHeader() {}

    static PictureSize read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            in.skipNBytes(BYTES_BEFORE_SIZE);
            return new PictureSize(in.readInt() / PIXELS_PER_UNIT, in.readInt() / PIXELS_PER_UNIT);
        }
    }
}
