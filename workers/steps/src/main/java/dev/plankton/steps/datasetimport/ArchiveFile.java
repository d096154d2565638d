package dev.plankton.steps.datasetimport;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveException;
import org.apache.commons.compress.archivers.ArchiveStreamFactory;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * One archive on the local disk.
 *
 * @param name its path in the upload, for messages
 * @param file the copy on the local disk
 * @param folder the folders that its files appear in; none if it was uploaded alone
 * @param nested whether another archive holds it
 */
record ArchiveFile(String name, Path file, List<String> folder, boolean nested) {
    private static final int BUFFER = 1 << 16;

    ArchiveFile {
        folder = List.copyOf(folder);
    }

    /** Opens it by its first bytes. The name decides only if they show no known kind. */
    Archive open(ArchivePass pass) throws IOException {
        ArchiveGuard guard = new ArchiveGuard(this, pass);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            if (isGzip(in)) {
                return new TarArchive(this, guard);
            }
            String kind = kind(in).orElse(zipByName() ? ArchiveStreamFactory.ZIP : ArchiveStreamFactory.TAR);
            return switch (kind) {
                case ArchiveStreamFactory.ZIP -> new ZipArchive(this, guard);
                case ArchiveStreamFactory.TAR -> new TarArchive(this, guard);
                default ->
                    throw guard.unfit("is a file of the kind %s".formatted(kind), "pack it again as .zip or .tar.gz");
            };
        }
    }

    /** The bytes of the file, unpacked if they are gzipped. */
    InputStream plain() throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        return isGzip(raw) ? new GZIPInputStream(raw, BUFFER) : raw;
    }

    private boolean zipByName() {
        return name.toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    private static boolean isGzip(InputStream in) throws IOException {
        byte[] signature = new byte[2];
        in.mark(signature.length);
        int bytes = in.readNBytes(signature, 0, signature.length);
        in.reset();
        return GzipCompressorInputStream.matches(signature, bytes);
    }

    private static Optional<String> kind(InputStream in) {
        try {
            return Optional.of(ArchiveStreamFactory.detect(in));
        } catch (ArchiveException e) {
            return Optional.empty();
        }
    }
}
