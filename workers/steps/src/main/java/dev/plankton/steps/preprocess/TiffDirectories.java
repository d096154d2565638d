package dev.plankton.steps.preprocess;

import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/**
 * The directories of a TIFF or BigTIFF, or of EXIF data, which have the same form.
 *
 * @param pages directories that are not marked as a smaller copy of a page; at least 1
 */
record TiffDirectories(TiffDirectory first, int pages) {
    private static final int PLAIN = 42;
    private static final int BIG = 43;

    /**
     * @param length bytes of the stream
     * @throws UnusableImageException if the directories cannot be right
     */
    static TiffDirectories read(ImageInputStream in, long length) throws IOException, UnusableImageException {
        in.seek(0);
        ByteOrder order = in.readByte() == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        in.setByteOrder(order);
        in.skipBytes(1);
        int version = in.readUnsignedShort();
        if (version != BIG && version != PLAIN) {
            throw new UnusableImageException("is not a TIFF");
        }
        in.seek(version == BIG ? 8 : 4);
        return new TiffWalk(in, order, version == BIG, length).directories();
    }
}
