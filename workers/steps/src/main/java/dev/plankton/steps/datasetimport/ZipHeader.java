package dev.plankton.steps.datasetimport;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** The header in front of an entry of a ZIP (APPNOTE.TXT, 4.3.7), which repeats what the directory says. */
final class ZipHeader {
    private static final int SIGNATURE = 0x04034b50;
    private static final int BYTES = 30;
    private static final int SIZES_FOLLOW = 1 << 3;
    private static final long IN_ZIP64 = 0xffffffffL;

    private ZipHeader() {}

    /**
     * The name of an entry. It is in the directory, but the header may hold it in other letters if it is not in UTF-8.
     *
     * @throws IOException if it cannot be decoded, or the header had to be read and disagrees with the directory
     */
    static String name(SeekableByteChannel file, ZipArchiveEntry entry) throws IOException {
        boolean plain = entry.getGeneralPurposeBit().usesUTF8ForNames() || isAscii(entry.getRawName());
        return ZipNames.decode(entry, plain ? new byte[0] : localExtra(file, entry));
    }

    /** @throws IOException if the header and the directory disagree */
    static void check(SeekableByteChannel file, ZipArchiveEntry entry, String name) throws IOException {
        if (!ZipNames.decode(entry, localExtra(file, entry)).equals(name)) {
            throw new IOException("an entry has two names");
        }
    }

    private static boolean isAscii(byte[] name) {
        for (byte letter : name) {
            if (letter < 0) {
                return false;
            }
        }
        return true;
    }

    /** The extra fields of the header, which must agree with the directory. */
    private static byte[] localExtra(SeekableByteChannel file, ZipArchiveEntry entry) throws IOException {
        ByteBuffer fixed = read(file, entry.getLocalHeaderOffset(), BYTES);
        int nameBytes = Short.toUnsignedInt(fixed.getShort(26));
        int extraBytes = Short.toUnsignedInt(fixed.getShort(28));
        byte[] name =
                read(file, entry.getLocalHeaderOffset() + BYTES, nameBytes).array();
        byte[] extra = read(file, entry.getLocalHeaderOffset() + BYTES + nameBytes, extraBytes)
                .array();
        boolean sizesFollow = (fixed.getShort(6) & SIZES_FOLLOW) != 0;
        if (fixed.getInt(0) != SIGNATURE
                || !Arrays.equals(name, entry.getRawName())
                || Short.toUnsignedInt(fixed.getShort(8)) != entry.getMethod()
                || !(sizesFollow
                        || (agrees(fixed.getInt(14), entry.getCrc())
                                && agrees(fixed.getInt(18), entry.getCompressedSize())
                                && agrees(fixed.getInt(22), entry.getSize())))) {
            throw new IOException("its directory and the header of an entry disagree");
        }
        return extra;
    }

    private static boolean agrees(int stated, long expected) {
        long value = Integer.toUnsignedLong(stated);
        return value == expected || value == IN_ZIP64;
    }

    /** Bytes of a file, to be read as numbers with the lowest byte first. */
    static ByteBuffer read(SeekableByteChannel file, long offset, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.position(offset);
        while (buffer.hasRemaining()) {
            if (file.read(buffer) < 0) {
                throw new EOFException("it ends too early");
            }
        }
        return buffer.flip();
    }
}
