package dev.plankton.engine.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The entity tag that S3 gives to a file which {@link S3ObjectStore} uploads, without quotes. */
public final class EntityTag {
    private static final int BUFFER_BYTES = 1 << 16;

    private EntityTag() {}

    /** The MD5 digest of the file; if it is uploaded in parts, the digest of their digests, and their number. */
    public static String of(Path file) throws IOException {
        return of(file, S3ObjectStore.LARGEST_PART_BYTES);
    }

    static String of(Path file, long partBytes) throws IOException {
        long size = Files.size(file);
        try (InputStream in = Files.newInputStream(file)) {
            if (size <= partBytes) {
                return HexFormat.of().formatHex(digest(in, size));
            }
            MessageDigest digests = md5();
            int parts = 0;
            for (long left = size; left > 0; left -= partBytes) {
                digests.update(digest(in, Math.min(left, partBytes)));
                parts++;
            }
            return "%s-%d".formatted(HexFormat.of().formatHex(digests.digest()), parts);
        }
    }

    private static byte[] digest(InputStream in, long bytes) throws IOException {
        MessageDigest digest = md5();
        byte[] buffer = new byte[(int) Math.min(BUFFER_BYTES, bytes)];
        for (long left = bytes; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                break; // it was cut short meanwhile, so that the tag differs
            }
            digest.update(buffer, 0, read);
            left -= read;
        }
        return digest.digest();
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5"); // as S3 does
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
