package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.json.Json;
import dev.plankton.steps.datasetimport.Spooled.Copy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;

/** Copies files of any length: small ones to memory, others to a folder on the local disk. Thread-safe. */
final class Spool {
    private static final int CHUNK = 1 << 16;
    private static final int IN_MEMORY = 1 << 18;

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
        return take(in, IN_MEMORY);
    }

    /** The same, for files that are kept for long: all of them go to the disk. */
    Spooled keep(InputStream in) throws IOException {
        return take(in, 1);
    }

    private Spooled take(InputStream in, int inMemory) throws IOException {
        byte[] start = in.readNBytes(inMemory);
        if (start.length > maxBytes) {
            return new Spooled.TooLong(maxBytes);
        }
        if (start.length == 0) {
            return new Spooled.Empty();
        }
        MessageDigest digest = Json.sha256();
        CRC32 checksum = new CRC32();
        digest.update(start);
        checksum.update(start);
        if (start.length < inMemory) {
            return whole(new Spooled.InMemory(start), digest, checksum, start.length);
        }
        return large(start, in, digest, checksum);
    }

    private Spooled large(byte[] start, InputStream in, MessageDigest digest, CRC32 checksum) throws IOException {
        Path file = folder.resolve("image-" + number.incrementAndGet());
        long bytes = start.length;
        boolean kept = false;
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(start);
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
            kept = true;
        } finally {
            if (!kept) {
                Files.deleteIfExists(file);
            }
        }
        return whole(new Spooled.OnDisk(file), digest, checksum, bytes);
    }

    private static Spooled whole(Copy copy, MessageDigest digest, CRC32 checksum, long bytes) {
        return new Spooled.Whole(copy, HexFormat.of().formatHex(digest.digest()), checksum.getValue(), bytes);
    }

    /** Deletes the copy of a file. */
    static void discard(Spooled spooled) throws IOException {
        if (spooled instanceof Spooled.Whole whole) {
            whole.copy().discard();
        }
    }
}
