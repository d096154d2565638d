package dev.plankton.steps.datasetimport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.tar.TarUtils;
import org.jspecify.annotations.Nullable;

/** A tar in which every header must have the right checksum, also the headers that hold long names. */
final class CheckedTar extends TarArchiveInputStream {
    private static final int TYPE_OFFSET = 156;

    private final ArchiveGuard guard;

    CheckedTar(InputStream in, ArchiveGuard guard) {
        super(in, StandardCharsets.UTF_8.name());
        this.guard = guard;
    }

    @Override
    protected byte @Nullable [] readRecord() throws IOException {
        byte[] header = super.readRecord();
        if (header == null) {
            return null;
        }
        if (isEOFRecord(header)) {
            guard.end();
            return header;
        }
        if (!TarUtils.verifyCheckSum(header)) {
            throw new IOException("the checksum of a header is wrong");
        }
        // What follows such a header is a list of gaps without a checksum.
        if (header[TYPE_OFFSET] == TarConstants.LF_GNUTYPE_SPARSE) {
            throw TarArchive.sparse(guard, TarUtils.parseName(header, 0, TarConstants.NAMELEN));
        }
        return header;
    }
}
