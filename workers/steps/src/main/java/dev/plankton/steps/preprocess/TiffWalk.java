package dev.plankton.steps.preprocess;

import dev.plankton.steps.preprocess.TiffDirectory.Tag;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.stream.ImageInputStream;

/**
 * Goes through all directories of a TIFF. The reader of the pixels loads the values of every tag of every directory
 * into memory, also those of directories and values that overlap; so it is checked here that they are not more than a
 * file of this length can hold.
 */
final class TiffWalk {
    private static final int MOST_DIRECTORIES = 10_000;
    /** Tags that point to further directories: of smaller images, of EXIF and of a place on the globe. */
    private static final List<Integer> POINTERS = List.of(330, 34_665, 34_853, 40_965);

    private final ImageInputStream in;
    private final ByteOrder order;
    private final boolean big;
    private final long length;
    private final Set<Long> seen = new HashSet<>();
    private final Deque<Long> others = new ArrayDeque<>();
    private long entriesLeft;
    private long valueBytesLeft;

    TiffWalk(ImageInputStream in, ByteOrder order, boolean big, long length) {
        this.in = in;
        this.order = order;
        this.big = big;
        this.length = length;
        this.entriesLeft = length / entryBytes();
        this.valueBytesLeft = 2 * length; // writers let a few tags share their values
    }

    /** Begins where the stream stands, at the pointer to the first directory. */
    TiffDirectories directories() throws IOException, UnusableImageException {
        TiffDirectory first = new TiffDirectory(in, order, Map.of());
        int pages = 0;
        for (long offset = offset(); begins(offset); offset = next()) {
            TiffDirectory directory = directory(offset);
            long end = in.getStreamPosition();
            if (seen.size() == 1) {
                first = directory;
            }
            pages += (directory.number(TiffDirectory.SMALLER_COPY, 0) & 1) == 0 ? 1 : 0;
            pointers(directory);
            in.seek(end);
        }
        while (!others.isEmpty()) {
            long offset = others.remove();
            if (begins(offset)) {
                pointers(directory(offset));
            }
        }
        return new TiffDirectories(first, Math.max(1, pages));
    }

    private boolean begins(long offset) throws UnusableImageException {
        if (offset <= 0 || offset > length - countBytes() || !seen.add(offset)) {
            return false;
        }
        if (seen.size() > MOST_DIRECTORIES) {
            throw new UnusableImageException("has more than %,d pages".formatted(MOST_DIRECTORIES));
        }
        return true;
    }

    private long next() throws IOException {
        return in.getStreamPosition() <= length - offsetBytes() ? offset() : 0;
    }

    private TiffDirectory directory(long offset) throws IOException, UnusableImageException {
        in.setByteOrder(order);
        in.seek(offset);
        long stated = big ? in.readLong() : in.readUnsignedShort();
        long entries = Math.clamp(stated, 0, (length - in.getStreamPosition()) / entryBytes());
        entriesLeft -= entries;
        Map<Integer, Tag> tags = new HashMap<>();
        for (long i = 0; i < entries && entriesLeft >= 0; i++) {
            long next = in.getStreamPosition() + entryBytes();
            tag(tags);
            in.seek(next);
        }
        if (entriesLeft < 0 || valueBytesLeft < 0) {
            throw new UnusableImageException("has tags with more values than the file can hold");
        }
        return new TiffDirectory(in, order, tags);
    }

    private void tag(Map<Integer, Tag> tags) throws IOException {
        int tag = in.readUnsignedShort();
        int type = in.readUnsignedShort();
        long count = big ? in.readLong() : in.readUnsignedInt();
        int bytes = Tag.bytes(type);
        if (bytes == 0 || count < 0 || count > length) {
            return; // the reader of the pixels skips it too
        }
        boolean inside = count * bytes <= offsetBytes();
        long position = inside ? in.getStreamPosition() : offset();
        if (position < 0 || position > length - count * bytes) {
            return;
        }
        valueBytesLeft -= count * bytes;
        tags.putIfAbsent(tag, new Tag(type, count, position));
    }

    private void pointers(TiffDirectory directory) throws IOException {
        for (int tag : POINTERS) {
            for (int i = 0; i < directory.count(tag) && others.size() <= MOST_DIRECTORIES; i++) {
                others.add(directory.number(tag, i, 0));
            }
        }
    }

    private long offset() throws IOException {
        return big ? in.readLong() : in.readUnsignedInt();
    }

    private int offsetBytes() {
        return big ? 8 : 4;
    }

    private int countBytes() {
        return big ? 8 : 2;
    }

    private int entryBytes() {
        return big ? 20 : 12;
    }
}
