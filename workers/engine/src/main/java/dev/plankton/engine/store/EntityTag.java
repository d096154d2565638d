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

    /**
     * Whether a file is what the store has under an entity tag: the MD5 digest of the file, or, if it was uploaded in
     * parts, the digest of their digests and their number. Earlier versions uploaded larger parts, which count too.
     *
     * @param tag without quotes
     */
    public static boolean matches(Path file, String tag) throws IOException {
        long bytes = Files.size(file);
        int dash = tag.indexOf('-');
        String parts = dash < 0 ? "1" : tag.substring(dash + 1);
        for (long partBytes : new long[] {S3ObjectStore.PART_BYTES, S3ObjectStore.LARGEST_CONDITIONAL_BYTES}) {
            if (parts.equals(Long.toString(Math.max(1, Math.ceilDiv(bytes, partBytes))))) {
                return tag.equals(of(file, partBytes));
            }
        }
        return false;
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
