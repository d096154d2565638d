package dev.plankton.steps.preprocess;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * What the markers of a JPEG say.
 *
 * @param width of the image in pixels; 0 if there is none
 * @param height of the image in pixels; 0 if there is none
 * @param orientation EXIF's number, 1 to 8
 * @param inks how four inks are stored; empty unless the image has four components
 */
record JpegMarkers(int width, int height, int orientation, Optional<Inks> inks) {
    /** A progressive image has about ten. Each takes as long as decoding the whole image. */
    private static final int MOST_SCANS = 100;

    private static final int END_OF_IMAGE = 0xd9;
    private static final int SCAN = 0xda;
    private static final int EXIF = 0xe1;
    private static final int ADOBE = 0xee;
    private static final byte[] EXIF_NAME = {'E', 'x', 'i', 'f', 0, 0};
    private static final byte[] ADOBE_NAME = {'A', 'd', 'o', 'b', 'e'};
    private static final int ADOBE_TRANSFORM = 11;

    /**
     * Reads the markers up to the end of the image.
     *
     * @param start where the image begins in the stream
     * @param end where it ends at the latest
     * @throws UnusableImageException if there are so many scans that decoding them would take minutes
     */
    static JpegMarkers read(ImageInputStream in, long start, long end) throws IOException, UnusableImageException {
        in.setByteOrder(ByteOrder.BIG_ENDIAN);
        in.seek(start);
        int width = 0;
        int height = 0;
        int components = 0;
        int orientation = 1;
        int transform = -1;
        int scans = 0;
        byte[] buffer = new byte[512];
        for (int marker = next(in, buffer, end);
                marker >= 0 && marker != END_OF_IMAGE;
                marker = next(in, buffer, end)) {
            long content = in.getStreamPosition() + 2;
            int length = in.readUnsignedShort() - 2;
            if (marker == SCAN && ++scans > MOST_SCANS) {
                throw new UnusableImageException("is a JPEG of more than %d scans".formatted(MOST_SCANS));
            } else if (isFrame(marker)) {
                in.skipBytes(1);
                height = Math.max(height, in.readUnsignedShort());
                width = Math.max(width, in.readUnsignedShort());
                components = in.readUnsignedByte();
            } else if (marker == ADOBE && length > ADOBE_TRANSFORM && begins(in, ADOBE_NAME)) {
                in.seek(content + ADOBE_TRANSFORM);
                transform = in.readUnsignedByte();
            } else if (marker == EXIF && length > EXIF_NAME.length && orientation == 1 && begins(in, EXIF_NAME)) {
                byte[] exif = new byte[length - EXIF_NAME.length];
                in.readFully(exif);
                orientation = orientation(exif);
            }
            in.seek(content + Math.max(0, length));
        }
        return new JpegMarkers(
                width, height, orientation, components == 4 ? Optional.of(inks(transform)) : Optional.empty());
    }

    private static Inks inks(int transform) {
        return switch (transform) {
            case -1 -> Inks.FULL_IS_255;
            case 2 -> Inks.LUMA_AND_BLACK;
            default -> Inks.FULL_IS_0;
        };
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static boolean beginsSegment(int marker) {
        return marker >= 0xc0 && marker < 0xff && (marker < 0xd0 || marker >= END_OF_IMAGE);
    }

    private static boolean begins(ImageInputStream in, byte[] name) throws IOException {
        for (byte letter : name) {
            if (in.readByte() != letter) {
                return false;
            }
        }
        return true;
    }

    /** Damaged EXIF data are as good as none: the pixels do not depend on them. */
    private static int orientation(byte[] exif) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(exif))) {
            return TiffDirectories.read(in, exif.length).first().orientation();
        } catch (IOException | UnusableImageException e) {
            return 1;
        }
    }

    /**
     * Moves behind the next marker with a segment, or the one that ends the image. The bytes of a scan are skipped.
     *
     * @return the marker, or -1 at the end of the file
     */
    private static int next(ImageInputStream in, byte[] buffer, long end) throws IOException {
        boolean ff = false;
        while (true) {
            long from = in.getStreamPosition();
            int read = in.read(buffer);
            if (read < 0 || from >= end) {
                return -1;
            }
            for (int i = 0; i < read; i++) {
                int value = buffer[i] & 0xff;
                if (ff && beginsSegment(value)) {
                    in.seek(from + i + 1);
                    return value;
                }
                ff = value == 0xff;
            }
        }
    }
}
