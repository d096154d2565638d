package dev.plankton.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Random passwords, made once for a data folder and kept in files that only their owner can read. */
public final class Secrets {
    private final Path folder;

    /** @param folder keeps them; it is made when it is needed */
    public Secrets(Path folder) {
        this.folder = folder;
    }

    /** The secret of that name: the given number of random bytes in hexadecimal, made on first use. */
    public String get(String name, int bytes) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            byte[] random = new byte[bytes];
            new SecureRandom().nextBytes(random);
            PrivateFiles.write(folder, name, HexFormat.of().formatHex(random));
        }
        String secret = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        if (!secret.matches("[0-9a-f]{16,}")) {
            throw new IOException(
                    "The file %s is damaged: it must hold at least 16 hexadecimal digits.".formatted(file));
        }
        return secret;
    }
}
