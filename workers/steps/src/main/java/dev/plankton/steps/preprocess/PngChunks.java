package dev.plankton.steps.preprocess;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.OptionalInt;
import javax.imageio.stream.ImageInputStream;

/** Looks into the chunks of a PNG before its pixels. */
final class PngChunks {
    private static final int FIRST_CHUNK = 8;
    private static final int HEADER = 0x49484452;
    private static final int DATA = 0x49444154;
    private static final int SIGNIFICANT_BITS = 0x73424954;
    /** Of the header: width and height, then the number of bits and the kind of colour. */
    private static final int BEFORE_DEPTH = 8;

    private static final int ALPHA = 4;

    private PngChunks() {}

    /** The largest number of significant bits of a colour (chunk sBIT), if there are 16 and it is stated. */
    static OptionalInt significantBits(ImageInputStream in) throws IOException {
        in.setByteOrder(ByteOrder.BIG_ENDIAN);
        in.seek(FIRST_CHUNK);
        int depth = 0;
        int kind = 0;
        while (true) {
            long length = in.readUnsignedInt();
            int type = in.readInt();
            long next = in.getStreamPosition() + length + 4;
            if (type == DATA) {
                return OptionalInt.empty();
            }
            if (type == HEADER) {
                in.skipBytes(BEFORE_DEPTH);
                depth = in.readUnsignedByte();
                kind = in.readUnsignedByte();
            }
            if (type == SIGNIFICANT_BITS) {
                int bits = 0;
                for (long colour = (kind & ALPHA) == 0 ? length : length - 1; colour > 0 && colour <= 3; colour--) {
                    bits = Math.max(bits, in.readUnsignedByte());
                }
                return depth == 16 && bits >= 8 && bits < 16 ? OptionalInt.of(bits) : OptionalInt.empty();
            }
            in.seek(next);
        }
    }
}
