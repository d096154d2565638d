package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;

/** Copies files of any length to a folder on the local disk, using little memory. Thread-safe. */
final class Spool {
    private static final int CHUNK = 1 << 16;

    private final Path folder;
    private final long maxBytes;
    private final AtomicLong number = new AtomicLong();

    /**
     * @param folder a folder that only this spool uses
     * @param maxBytes the largest size of a file that is kept
     */
    Spool(Path folder, long maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
    }

    Spooled take(InputStream in) throws IOException {
        MessageDigest digest = Json.sha256();
        CRC32 checksum = new CRC32();
        long bytes = 0;
        Path file = folder.resolve("image-" + number.incrementAndGet());
        boolean kept = false;
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] chunk = new byte[CHUNK];
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                bytes += count;
                if (bytes > maxBytes) {
                    return new Spooled.TooLong(maxBytes);
                }
                digest.update(chunk, 0, count);
                checksum.update(chunk, 0, count);
                out.write(chunk, 0, count);
            }
            kept = bytes > 0;
        } finally {
            if (!kept) {
                Files.deleteIfExists(file);
            }
        }
        return kept
                ? new Spooled.Whole(file, HexFormat.of().formatHex(digest.digest()), checksum.getValue(), bytes)
                : new Spooled.Empty();
    }

    /** Deletes the copy of a file. */
    static void discard(Spooled spooled) throws IOException {
        if (spooled instanceof Spooled.Whole whole) {
            Files.deleteIfExists(whole.file());
        }
    }
}
