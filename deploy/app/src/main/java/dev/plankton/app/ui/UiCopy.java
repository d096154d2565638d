package dev.plankton.app.ui;

import dev.plankton.engine.service.Folders;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The files of the UI from one jar, kept in a folder with the digest of the jar that was taken first and the digest of
 * the files. A jar with another digest is refused from then on.
 */
final class UiCopy {
    private static final String FILES = "files";
    private static final String JAR_DIGEST = "jar.sha256";
    private static final String FILES_DIGEST = "files.sha256";

    private final Path folder;
    private final URI address;

    /** @param address of the jar */
    UiCopy(Path folder, URI address) {
        this.folder = folder;
        this.address = address;
    }

    Path files() {
        return folder.resolve(FILES);
    }

    /** Whether the files are there as they were taken. */
    boolean isSound() throws IOException {
        return Files.exists(folder.resolve(FILES_DIGEST))
                && Files.isDirectory(files())
                && Digests.ofFolder(files())
                        .equals(Files.readString(folder.resolve(FILES_DIGEST)).strip());
    }

    /** @throws IOException with a sentence, if this is not the jar that was taken first */
    void check(Path jar) throws IOException {
        Path noted = folder.resolve(JAR_DIGEST);
        if (!Files.exists(noted)) {
            return;
        }
        String expected = Files.readString(noted).strip();
        String digest = Digests.ofFile(jar);
        if (!digest.equals(expected)) {
            throw new IOException(
                    "%s is not the file that it was at first (SHA-256 %s, now %s): it is damaged or was replaced. If it was replaced on purpose, delete %s."
                            .formatted(address, expected, digest, folder));
        }
    }

    /** Takes the files from the jar in place of any that are there. */
    void take(Path jar) throws IOException {
        check(jar);
        Files.createDirectories(folder);
        Path draft = Files.createTempDirectory(folder, "draft");
        try {
            UiJar.extract(jar, draft);
            Folders.delete(files());
            Files.writeString(folder.resolve(JAR_DIGEST), Digests.ofFile(jar));
            Files.writeString(folder.resolve(FILES_DIGEST), Digests.ofFolder(draft));
            Files.move(draft, files(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Folders.delete(draft);
        }
    }
}
