package dev.plankton.app.ui;

import dev.plankton.contracts.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** SHA-256 in hexadecimal. */
final class Digests {
    private static final int PIECE_BYTES = 1 << 16;

    private Digests() {}

    static String ofFile(Path file) throws IOException {
        MessageDigest digest = Json.sha256();
        add(digest, file);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of the names and the bytes of all files below a folder. */
    static String ofFolder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        MessageDigest digest = Json.sha256();
        for (Path file : files) {
            String name = folder.relativize(file).toString();
            digest.update("%s %d\n".formatted(name, Files.size(file)).getBytes(StandardCharsets.UTF_8));
            add(digest, file);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, Path file) throws IOException {
        byte[] piece = new byte[PIECE_BYTES];
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            while (in.read(piece) >= 0) {
                // reading feeds the digest
            }
        }
    }
}
