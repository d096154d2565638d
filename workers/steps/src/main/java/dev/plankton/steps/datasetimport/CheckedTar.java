package dev.plankton.steps.datasetimport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.tar.TarUtils;
import org.jspecify.annotations.Nullable;

/**
 * A tar in which every header must have the right checksum, also the headers that hold long names, and every name must
 * be in UTF-8.
 */
final class CheckedTar extends TarArchiveInputStream {
    private static final int TYPE_OFFSET = 156;
    private static final int PREFIX_OFFSET = 345;

    /** What the superclass puts in the place of bytes that are not UTF-8. */
    private static final char REPLACEMENT = '?';

    private final ArchiveGuard guard;
    private byte[] header = {};

    CheckedTar(InputStream in, ArchiveGuard guard) {
        super(in, StandardCharsets.UTF_8.name());
        this.guard = guard;
    }

    /** The name of an entry that was just read. @throws dev.plankton.contracts.BadInputException if it is not in UTF-8 */
    String name(TarArchiveEntry entry) {
        String name = entry.getName();
        if (name.indexOf(REPLACEMENT) >= 0
                && (isUnreadable(0, TarConstants.NAMELEN) || isUnreadable(PREFIX_OFFSET, TarConstants.PREFIXLEN))) {
            throw guard.unreadable(name);
        }
        return name;
    }

    private boolean isUnreadable(int offset, int length) {
        return Utf8.decode(Arrays.copyOfRange(header, offset, offset + length)).isEmpty();
    }

    @Override
    protected byte @Nullable [] getLongNameData() throws IOException {
        byte[] name = super.getLongNameData();
        if (name != null && Utf8.decode(name).isEmpty()) {
            throw guard.unreadable(new String(name, StandardCharsets.UTF_8));
        }
        return name;
    }

    @Override
    protected byte @Nullable [] readRecord() throws IOException {
        byte[] block = super.readRecord();
        if (block == null) {
            return null;
        }
        if (isEOFRecord(block)) {
            guard.end();
            return block;
        }
        if (!TarUtils.verifyCheckSum(block)) {
            throw new IOException("the checksum of a header is wrong");
        }
        // What follows such a header is a list of gaps without a checksum.
        if (block[TYPE_OFFSET] == TarConstants.LF_GNUTYPE_SPARSE) {
            throw TarArchive.sparse(guard, TarUtils.parseName(block, 0, TarConstants.NAMELEN));
        }
        header = block.clone();
        return block;
    }
}
