package dev.plankton.steps.datasetimport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A ZIP, read through its directory. */
final class ZipArchive implements Archive {
    private static final int FILE_TYPE = 0170000;
    private static final int PLAIN_FILE = 0100000;

    private final Path file;
    private final ArchiveGuard guard;

    ZipArchive(Path file, ArchiveGuard guard) {
        this.file = file;
        this.guard = guard;
    }

    @Override
    public void entries(Visitor visitor) throws IOException, InterruptedException {
        try (ZipFile zip = guard.reading(() -> ZipFile.builder()
                .setPath(file)
                .setCharset(StandardCharsets.UTF_8)
                .get())) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            guard.announced(entries.stream().mapToLong(ZipArchiveEntry::getSize).sum());
            for (ZipArchiveEntry entry : entries) {
                UploadPath path = UploadPath.of(guard.where(), entry.getName());
                if (entry.isDirectory()) {
                    continue;
                }
                int type = entry.getUnixMode() & FILE_TYPE;
                if (type != 0 && type != PLAIN_FILE) {
                    throw UploadPath.refusal(guard.where(), entry.getName(), "which is a link or a device");
                }
                if (entry.getGeneralPurposeBit().usesEncryption()) {
                    throw UploadPath.refusal(guard.where(), entry.getName(), "which is encrypted");
                }
                try (InputStream content = guard.reading(() -> zip.getInputStream(entry))) {
                    visitor.visit(path, guard.content(content));
                }
            }
        }
    }
}
