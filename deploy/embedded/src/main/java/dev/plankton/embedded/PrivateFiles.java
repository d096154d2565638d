package dev.plankton.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders that only their owner can read. */
final class PrivateFiles {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<Set<PosixFilePermission>> FOLDER =
            PosixFilePermissions.asFileAttribute(OWNER_ONLY);
    private static final FileAttribute<Set<PosixFilePermission>> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private PrivateFiles() {}

    /** Creates the folder, and those above it; a folder that exists is closed to others. */
    static Path folder(Path folder) throws IOException {
        Path made = Files.createDirectories(folder.toAbsolutePath().normalize(), FOLDER);
        if (!Files.getPosixFilePermissions(made).equals(OWNER_ONLY)) {
            Files.setPosixFilePermissions(made, OWNER_ONLY);
        }
        return made;
    }

    /** Writes the whole file, or nothing at all. */
    static void write(Path folder, String name, String text) throws IOException {
        Path draft = Files.createTempFile(folder(folder), ".", ".tmp", FILE);
        Files.writeString(draft, text, StandardCharsets.UTF_8);
        Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
