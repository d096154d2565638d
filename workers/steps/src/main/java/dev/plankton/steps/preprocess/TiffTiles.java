package dev.plankton.steps.preprocess;

import java.io.IOException;

/** Checks the tiles or strips of a TIFF page before they are decoded. */
final class TiffTiles {
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int COMPRESSION = 259;
    private static final int STRIP_OFFSETS = 273;
    private static final int STRIP_BYTES = 279;
    private static final int SAMPLES_PER_PIXEL = 277;
    private static final int ROWS_PER_STRIP = 278;
    private static final int PLANAR = 284;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_BYTES = 325;
    private static final int OLD_JPEG_OFFSET = 513;

    private static final int OLD_JPEG = 6;
    private static final int JPEG = 7;
    private static final int MOST_TILES = 200_000;
    /** Tiles of small images may be larger than the image. */
    private static final long ALWAYS_ALLOWED_PIXELS = 1 << 22;

    private TiffTiles() {}

    static void check(TiffDirectory page, long length) throws IOException, UnusableImageException {
        boolean tiled = page.has(TILE_OFFSETS);
        long width = page.number(WIDTH, 0);
        long height = page.number(HEIGHT, 0);
        long tileWidth = page.number(TILE_WIDTH, tiled ? 0 : width);
        long rows = Math.min(height, page.number(ROWS_PER_STRIP, Integer.MAX_VALUE));
        long tileHeight = page.number(TILE_HEIGHT, tiled ? 0 : rows);
        if (outside(width) || outside(height) || outside(tileWidth) || outside(tileHeight)) {
            throw new UnusableImageException("has no right width and height of its image or its parts");
        }
        if (tileWidth * tileHeight > Math.max(ALWAYS_ALLOWED_PIXELS, width * height)) {
            throw new UnusableImageException(
                    "has parts of %d x %d pixels, which is more than the image".formatted(tileWidth, tileHeight));
        }
        long planes = page.number(PLANAR, 1) == 2 ? Math.clamp(page.number(SAMPLES_PER_PIXEL, 1), 1, 64) : 1;
        long parts = Math.ceilDiv(width, tileWidth) * Math.ceilDiv(height, tileHeight) * planes;
        int offsets = tiled ? TILE_OFFSETS : STRIP_OFFSETS;
        if (parts > MOST_TILES) {
            throw new UnusableImageException("is divided into %,d parts, which is too many".formatted(parts));
        }
        long compression = page.number(COMPRESSION, 1);
        if (page.count(offsets) < parts && compression != OLD_JPEG) {
            throw new UnusableImageException("lists %,d of its %,d parts".formatted(page.count(offsets), parts));
        }
        if (compression == JPEG || compression == OLD_JPEG) {
            checkJpegs(page, Math.min(parts, page.count(offsets)), tileWidth * tileHeight, length);
        }
    }

    private static boolean outside(long length) {
        return length < 1 || length > Integer.MAX_VALUE;
    }

    /** The decoder would take memory for all pixels of a JPEG, however many of them the image needs. */
    private static void checkJpegs(TiffDirectory page, long parts, long pixels, long length)
            throws IOException, UnusableImageException {
        boolean tiled = page.has(TILE_OFFSETS);
        long bytesLeft = 2 * length;
        for (int part = 0; part < parts; part++) {
            long start = page.number(tiled ? TILE_OFFSETS : STRIP_OFFSETS, part, 0);
            long bytes = page.number(tiled ? TILE_BYTES : STRIP_BYTES, part, length);
            bytesLeft -= Math.clamp(bytes, 0, length);
            if (bytesLeft < 0) {
                throw new UnusableImageException("lists parts that are larger than the file");
            }
            checkJpeg(page, start, start + bytes, pixels);
        }
        if (page.has(OLD_JPEG_OFFSET)) {
            checkJpeg(page, page.number(OLD_JPEG_OFFSET, 0), length, pixels);
        }
    }

    private static void checkJpeg(TiffDirectory page, long start, long end, long pixels)
            throws IOException, UnusableImageException {
        JpegMarkers markers = JpegMarkers.read(page.in(), Math.max(0, start), end);
        if ((long) markers.width() * markers.height() > Math.max(ALWAYS_ALLOWED_PIXELS, pixels)) {
            throw new UnusableImageException("has a part of %d x %d pixels, which is more than the image"
                    .formatted(markers.width(), markers.height()));
        }
    }
}
