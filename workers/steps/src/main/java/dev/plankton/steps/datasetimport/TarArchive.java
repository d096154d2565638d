package dev.plankton.steps.datasetimport;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;

/** A tar, gzipped or not. The first bytes show which of the two it is. */
final class TarArchive implements Archive {
    private static final int CHUNK = 1 << 16;

    private final Path file;
    private final ArchiveGuard guard;

    TarArchive(Path file, ArchiveGuard guard) {
        this.file = file;
        this.guard = guard;
    }

    @Override
    public void entries(Visitor visitor) throws IOException, InterruptedException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), CHUNK);
                InputStream plain = guard.reading(() -> unzipped(raw));
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(guard.headers(plain), StandardCharsets.UTF_8.name())) {
            for (TarArchiveEntry entry = next(tar); entry != null; entry = next(tar)) {
                UploadPath path = UploadPath.of(guard.where(), entry.getName());
                if (entry.isDirectory()) {
                    continue;
                }
                if (!isPlainFile(entry)) {
                    throw UploadPath.refusal(guard.where(), entry.getName(), "which is a link or a device");
                }
                InputStream content = guard.content(tar);
                visitor.visit(path, content);
                content.transferTo(OutputStream.nullOutputStream());
            }
            guard.checkEnd();
        }
    }

    private static boolean isPlainFile(TarArchiveEntry entry) {
        byte type = entry.getLinkFlag();
        return type == TarConstants.LF_NORMAL || type == TarConstants.LF_OLDNORM || type == TarConstants.LF_CONTIG;
    }

    private @Nullable TarArchiveEntry next(TarArchiveInputStream tar) {
        guard.betweenEntries();
        return guard.reading(tar::getNextEntry);
    }

    private static InputStream unzipped(InputStream raw) throws IOException {
        raw.mark(2);
        boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        return gzip ? new GZIPInputStream(raw, CHUNK) : raw;
    }
}
