package dev.plankton.steps.datasetimport;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveException;
import org.apache.commons.compress.archivers.ArchiveStreamFactory;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * One archive of an upload.
 *
 * @param name its path in the upload, for messages
 * @param folder the folders that its files appear in; none if it was uploaded alone
 * @param nested whether another archive holds it
 */
record ArchiveFile(String name, ArchiveBytes bytes, List<String> folder, boolean nested) {
    private static final int BUFFER = 1 << 16;
    private static final int SIGNATURE = 2;

    ArchiveFile {
        folder = List.copyOf(folder);
    }

    /** Opens it by its first bytes. The name decides only if they show no known kind. */
    Archive open(ArchivePass pass) throws IOException {
        ArchiveGuard guard = new ArchiveGuard(this, pass);
        byte[] first = bytes.first();
        if (isGzip(first)) {
            return new TarArchive(this, guard);
        }
        String kind = kind(first).orElse(zipByName() ? ArchiveStreamFactory.ZIP : ArchiveStreamFactory.TAR);
        return switch (kind) {
            case ArchiveStreamFactory.ZIP -> new ZipArchive(this, guard);
            case ArchiveStreamFactory.TAR -> new TarArchive(this, guard);
            default ->
                throw guard.unfit("is a file of the kind %s".formatted(kind), "pack it again as .zip or .tar.gz");
        };
    }

    /** The bytes of the file, unpacked if they are gzipped. */
    InputStream plain() throws IOException {
        InputStream raw = new BufferedInputStream(bytes.open(), BUFFER);
        raw.mark(SIGNATURE);
        boolean gzip = isGzip(raw.readNBytes(SIGNATURE));
        raw.reset();
        return gzip ? new GZIPInputStream(raw, BUFFER) : raw;
    }

    private boolean zipByName() {
        return name.toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    private static boolean isGzip(byte[] first) {
        return GzipCompressorInputStream.matches(first, first.length);
    }

    private static Optional<String> kind(byte[] first) {
        try {
            return Optional.of(ArchiveStreamFactory.detect(new ByteArrayInputStream(first)));
        } catch (ArchiveException e) {
            return Optional.empty();
        }
    }
}
