package dev.plankton.steps.datasetimport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/**
 * A ZIP, read through its directory. The header of an entry, its size and its checksum must agree with the directory;
 * they are read only if the entry is.
 */
final class ZipArchive implements Archive {
    private static final int FILE_TYPE = 0170000;
    private static final int PLAIN_FILE = 0100000;

    private static final Map<ZipMethod, String> METHODS = Map.of(
            ZipMethod.ENHANCED_DEFLATED, "Deflate64",
            ZipMethod.BZIP2, "bzip2",
            ZipMethod.LZMA, "LZMA",
            ZipMethod.XZ, "xz",
            ZipMethod.ZSTD, "Zstandard",
            ZipMethod.ZSTD_DEPRECATED, "Zstandard",
            ZipMethod.PPMD, "PPMd");

    private final ArchiveFile file;
    private final ArchiveGuard guard;

    ZipArchive(ArchiveFile file, ArchiveGuard guard) {
        this.file = file;
        this.guard = guard;
    }

    @Override
    public void entries(Visitor visitor) throws IOException, InterruptedException {
        try (SeekableByteChannel channel = file.bytes().channel()) {
            guard.reading(() -> ZipDirectory.walk(channel, guard::countEntry));
            try (ZipFile zip = guard.reading(() -> open(channel))) {
                for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                    visit(zip, channel, entry, visitor);
                }
            }
        }
    }

    /** Names are decoded by {@link ZipHeader}. */
    private static ZipFile open(SeekableByteChannel channel) throws IOException {
        return ZipFile.builder()
                .setSeekableByteChannel(channel)
                .setCharset(StandardCharsets.ISO_8859_1)
                .setIgnoreLocalFileHeader(true)
                .get();
    }

    private void visit(ZipFile zip, SeekableByteChannel channel, ZipArchiveEntry entry, Visitor visitor)
            throws IOException, InterruptedException {
        String name = guard.reading(() -> ZipHeader.name(channel, entry));
        UploadPath path = guard.path(name);
        guard.announced(entry.getSize());
        if (name.endsWith("/") || name.endsWith("\\")) {
            if (entry.getSize() != 0) {
                throw guard.unfit(name, "which is a folder with content", "create the archive again");
            }
            return;
        }
        int type = entry.getUnixMode() & FILE_TYPE;
        if (type != 0 && type != PLAIN_FILE) {
            throw guard.noPlainFile(name);
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw guard.unfit(name, "which is encrypted", "create the archive again without a password");
        }
        if (entry.getMethod() != ZipArchiveEntry.STORED && entry.getMethod() != ZipArchiveEntry.DEFLATED) {
            throw guard.unfit(
                    name, "which is packed with " + method(entry), "pack it again with plain Deflate, or as .tar.gz");
        }
        guard.countFile(path, name);
        try (InputStream content = new LazyContent(() -> guard.reading(() -> {
            ZipHeader.check(channel, entry, name);
            return zip.getInputStream(entry);
        }))) {
            visitor.visit(path, guard.content(new VerifiedContent(content, entry.getSize(), entry.getCrc())));
        }
    }

    private static String method(ZipArchiveEntry entry) {
        ZipMethod method = ZipMethod.getMethodByCode(entry.getMethod());
        String name = method == null ? null : METHODS.get(method);
        return name == null ? "the method of number %d".formatted(entry.getMethod()) : name;
    }
}
