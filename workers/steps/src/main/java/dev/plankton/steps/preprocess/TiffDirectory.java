package dev.plankton.steps.preprocess;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.stream.ImageInputStream;

/**
 * The tags of one page of a TIFF; their values are read when they are asked for.
 *
 * @param order of the bytes in the file
 */
record TiffDirectory(ImageInputStream in, ByteOrder order, Map<Integer, Tag> tags) {
    static final int SMALLER_COPY = 254;
    static final int ORIENTATION = 274;

    /** @param position where the first of its values stands in the stream */
    record Tag(int type, long count, long position) {
        /** 0 for types that TIFF does not define. */
        static int bytes(int type) {
            return switch (type) {
                case 1, 2, 6, 7 -> 1;
                case 3, 8 -> 2;
                case 4, 9, 11, 13 -> 4;
                case 5, 10, 12, 16, 17, 18 -> 8;
                default -> 0;
            };
        }
    }

    boolean has(int tag) {
        return tags.containsKey(tag);
    }

    /** How many values the tag has; 0 if it is missing. */
    long count(int tag) {
        Tag found = tags.get(tag);
        return found == null ? 0 : found.count();
    }

    /** The first value of a tag, or the other if it has none. */
    long number(int tag, long otherwise) throws IOException {
        return number(tag, 0, otherwise);
    }

    /** A value of a tag, rounded down, or the other if there is none: as the reader of the pixels takes them. */
    long number(int tag, int index, long otherwise) throws IOException {
        Tag found = tags.get(tag);
        if (found == null || index >= found.count()) {
            return otherwise;
        }
        in.setByteOrder(order);
        in.seek(found.position() + (long) index * Tag.bytes(found.type()));
        return switch (found.type()) {
            case 1, 7 -> in.readUnsignedByte();
            case 3 -> in.readUnsignedShort();
            case 4, 13 -> in.readUnsignedInt();
            case 16, 17, 18 -> in.readLong();
            case 5 -> quotient(in.readUnsignedInt(), in.readUnsignedInt());
            case 6 -> in.readByte();
            case 8 -> in.readShort();
            case 9 -> in.readInt();
            case 10 -> quotient(in.readInt(), in.readInt());
            case 11 -> (long) in.readFloat();
            case 12 -> (long) in.readDouble();
            default -> otherwise;
        };
    }

    private static long quotient(long numerator, long denominator) {
        return denominator == 0 ? 0 : numerator / denominator;
    }

    /** The beginning of a tag's text; blank if it has none. */
    String text(int tag, int most) throws IOException {
        Tag found = tags.get(tag);
        if (found == null || found.type() != 2) {
            return "";
        }
        byte[] bytes = new byte[(int) Math.min(most, found.count())];
        in.seek(found.position());
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** EXIF's number for how the picture is to be turned; 1 if the tag is missing or wrong. */
    int orientation() throws IOException {
        long value = number(ORIENTATION, 1);
        return value >= 1 && value <= 8 ? (int) value : 1;
    }
}
