package dev.plankton.weights;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.io.input.BoundedInputStream;

/** Unpacks the plain files of a gzipped tar, which may be hostile. */
final class Tarball {
    private static final int MOST_ENTRIES = 5_000;

    private final Path folder;
    private final long mostBytes;

    /** @param mostBytes largest unpacked size in bytes, including headers */
    Tarball(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    /** @throws UnusableWeightsException if it is damaged, too large, or an entry's name leads out of the folder */
    void unpack(Path tarball) {
        try (InputStream packed = new BufferedInputStream(Files.newInputStream(tarball));
                BoundedInputStream plain = BoundedInputStream.builder()
                        .setInputStream(new GZIPInputStream(packed))
                        .setMaxCount(mostBytes)
                        .setOnMaxCount((most, count) -> {
                            throw new UnusableWeightsException("it unpacks to more than %,d bytes".formatted(most));
                        })
                        .get();
                HeaderLimit limit = new HeaderLimit(plain);
                TarArchiveInputStream tar = new TarArchiveInputStream(limit)) {
            int entries = 0;
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries++;
                if (entries > MOST_ENTRIES) {
                    throw new UnusableWeightsException("it has more than %,d entries".formatted(MOST_ENTRIES));
                }
                limit.lift();
                if (isPlainFile(entry)) {
                    save(tar, entry.getName());
                } else {
                    tar.transferTo(OutputStream.nullOutputStream());
                }
                limit.set();
            }
        } catch (UnusableWeightsException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // whatever the reader throws for damaged headers
            throw new UnusableWeightsException(
                    "it cannot be unpacked (%s)".formatted(Printable.text(String.valueOf(e.getMessage()))), e);
        }
    }

    private static boolean isPlainFile(TarArchiveEntry entry) {
        byte type = entry.getLinkFlag();
        return type == TarConstants.LF_NORMAL || type == TarConstants.LF_OLDNORM;
    }

    private void save(InputStream content, String name) throws IOException {
        Path file;
        try {
            file = folder.resolve(name).normalize();
        } catch (InvalidPathException e) {
            throw new UnusableWeightsException("its entry %s cannot name a file".formatted(Printable.text(name)), e);
        }
        Path parent = file.getParent();
        if (parent == null || !parent.startsWith(folder)) {
            throw new UnusableWeightsException("its entry %s leads outside the folder".formatted(Printable.text(name)));
        }
        Files.createDirectories(parent);
        Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
