package dev.plankton.steps.datasetimport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;

/**
 * A tar, gzipped or not. The checksums of all headers are verified, and that of the gzip. A plain tar has no checksum of
 * the content, so damage there is not noticed.
 */
final class TarArchive implements Archive {
    private final ArchiveFile file;
    private final ArchiveGuard guard;

    TarArchive(ArchiveFile file, ArchiveGuard guard) {
        this.file = file;
        this.guard = guard;
    }

    @Override
    public void entries(Visitor visitor) throws IOException, InterruptedException {
        try (InputStream plain = guard.reading(file::plain);
                InputStream watched = guard.headers(plain);
                CheckedTar tar = new CheckedTar(watched, guard)) {
            for (TarArchiveEntry entry = next(tar); entry != null; entry = next(tar)) {
                guard.countEntry();
                String name = tar.name(entry);
                UploadPath path = guard.path(name);
                if (entry.isDirectory()) {
                    continue;
                }
                if (entry.isSparse()) {
                    throw sparse(guard, name);
                }
                if (!isPlainFile(entry)) {
                    throw guard.noPlainFile(name);
                }
                guard.countFile(path, name);
                InputStream content = guard.countedContent(tar);
                visitor.visit(path, content);
                content.transferTo(OutputStream.nullOutputStream());
            }
            guard.checkEnd();
            // Reads the zeros at the end, and so the checksum that follows them in a gzip.
            watched.transferTo(OutputStream.nullOutputStream());
        }
    }

    static RuntimeException sparse(ArchiveGuard guard, String name) {
        return guard.unfit(name, "which is stored as a sparse file", "create the tar again without --sparse");
    }

    private static boolean isPlainFile(TarArchiveEntry entry) {
        byte type = entry.getLinkFlag();
        return type == TarConstants.LF_NORMAL || type == TarConstants.LF_OLDNORM || type == TarConstants.LF_CONTIG;
    }

    private @Nullable TarArchiveEntry next(CheckedTar tar) {
        guard.betweenEntries();
        return guard.reading(tar::getNextEntry);
    }
}
