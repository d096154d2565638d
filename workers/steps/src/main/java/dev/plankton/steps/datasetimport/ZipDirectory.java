package dev.plankton.steps.datasetimport;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;

/**
 * The directory at the end of a ZIP (APPNOTE.TXT, 4.3.12 to 4.3.16). It is walked through before it is loaded, because
 * the loader neither limits the number of entries nor notices that the directory breaks off.
 */
final class ZipDirectory {
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int LOCATOR_64_BYTES = 20;
    private static final int END_64 = 0x06064b50;
    private static final int END_64_BYTES = 56;
    private static final int LONGEST_COMMENT = 0xffff;

    /** @param entries how many entries there are, or the last bits of that number */
    private record Stated(long start, long entries, long mask) {}

    private ZipDirectory() {}

    /**
     * Walks through the directory.
     *
     * @param counter is called before each entry
     * @return how many entries there are
     * @throws IOException if there is no directory, or it has not as many entries as it should have
     */
    static long walk(SeekableByteChannel file, Runnable counter) throws IOException {
        Stated stated = stated(file);
        long entries = 0;
        InputStream in = new BufferedInputStream(Channels.newInputStream(file.position(stated.start())), 1 << 16);
        ByteBuffer header = ByteBuffer.allocate(ENTRY_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        while (in.readNBytes(header.array(), 0, ENTRY_BYTES) == ENTRY_BYTES && header.getInt(0) == ENTRY) {
            counter.run();
            entries++;
            in.skipNBytes(Short.toUnsignedLong(header.getShort(28))
                    + Short.toUnsignedLong(header.getShort(30))
                    + Short.toUnsignedLong(header.getShort(32)));
        }
        if ((entries & stated.mask()) != stated.entries()) {
            throw new IOException(
                    "its directory holds %,d entries, but should hold %,d".formatted(entries, stated.entries()));
        }
        return entries;
    }

    private static Stated stated(SeekableByteChannel file) throws IOException {
        long end = end(file);
        if (end >= LOCATOR_64_BYTES) {
            ByteBuffer locator = ZipHeader.read(file, end - LOCATOR_64_BYTES, LOCATOR_64_BYTES);
            if (locator.getInt(0) == LOCATOR_64) {
                return stated64(file, locator.getLong(8));
            }
        }
        ByteBuffer record = ZipHeader.read(file, end, END_BYTES);
        long bytes = Integer.toUnsignedLong(record.getInt(12));
        long offset = Integer.toUnsignedLong(record.getInt(16));
        // Something may stand before the ZIP, for example a program that unpacks it.
        long start = Math.max(end - bytes, offset);
        // Programs without ZIP64 write the last 16 bits of the number.
        return new Stated(start, Short.toUnsignedLong(record.getShort(10)), 0xffff);
    }

    private static Stated stated64(SeekableByteChannel file, long offset) throws IOException {
        ByteBuffer record = ZipHeader.read(file, offset, END_64_BYTES);
        if (record.getInt(0) != END_64) {
            throw new IOException("the end of the directory at its end is missing");
        }
        return new Stated(record.getLong(48), record.getLong(32), -1);
    }

    private static long end(SeekableByteChannel file) throws IOException {
        int tail = (int) Math.min(file.size(), END_BYTES + LONGEST_COMMENT);
        long start = file.size() - tail;
        ByteBuffer bytes = ZipHeader.read(file, start, tail);
        for (int i = tail - END_BYTES; i >= 0; i--) {
            if (bytes.getInt(i) == END) {
                return start + i;
            }
        }
        throw new IOException("the directory at its end is missing");
    }
}
