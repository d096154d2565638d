package dev.plankton.app.ui;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.io.input.BoundedInputStream;

/** Conductor's server jar, of which only the static files of the UI are taken. */
final class UiJar {
    private static final String STATIC = "BOOT-INF/classes/static/";
    private static final int MOST_FILES = 20_000;
    private static final long MOST_BYTES = 500L << 20;

    private UiJar() {}

    /**
     * Copies the UI's files into an empty folder.
     *
     * @throws IOException with a sentence, if the jar is damaged, holds no UI, or more than a UI can need
     */
    static void extract(Path jar, Path folder) throws IOException {
        long left = MOST_BYTES;
        int files = 0;
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (entry.isDirectory() || !entry.getName().startsWith(STATIC)) {
                    continue;
                }
                Path file = folder.resolve(entry.getName().substring(STATIC.length()))
                        .normalize();
                if (!file.startsWith(folder) || ++files > MOST_FILES || entry.getSize() > left) {
                    throw new IOException("%s holds more than a UI, or files outside of its folder.".formatted(jar));
                }
                left -= copy(zip, entry, file, left);
            }
        } catch (ZipException e) {
            throw new IOException("%s is not a sound jar: %s.".formatted(jar, e.getMessage()), e);
        }
        if (!Files.isRegularFile(folder.resolve("index.html"))) {
            throw new IOException(
                    "%s holds no UI (%sindex.html); Conductor's official server jar does.".formatted(jar, STATIC));
        }
    }

    private static long copy(ZipFile zip, ZipEntry entry, Path file, long most) throws IOException {
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try (InputStream in = BoundedInputStream.builder()
                .setInputStream(zip.getInputStream(entry))
                .setMaxCount(most)
                .get()) {
            return Files.copy(in, file);
        }
    }
}
