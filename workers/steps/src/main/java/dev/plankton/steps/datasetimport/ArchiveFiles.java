package dev.plankton.steps.datasetimport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The files of one archive on the local disk, in the archive's order. {@link #survey} reads only the names,
 * {@link #read} also the content.
 */
final class ArchiveFiles implements UploadedFiles {
    private final String name;
    private final Path file;
    private final Limits limits;
    private final Spool spool;

    /** @param name the archive's file name; it is read as a ZIP if it ends in .zip */
    ArchiveFiles(String name, Path file, Limits limits, Spool spool) {
        this.name = name;
        this.file = file;
        this.limits = limits;
        this.spool = spool;
    }

    @Override
    public void survey(PathVisitor visitor) throws IOException, InterruptedException {
        int[] files = {0};
        open().entries((path, content) -> {
            if (++files[0] > limits.files()) {
                throw guard().refusal("it holds more than %,d files".formatted(limits.files()));
            }
            if (!path.isClutter()) {
                visitor.visit(path);
            }
        });
    }

    @Override
    public void read(Predicate<UploadPath> wanted, FileVisitor visitor) throws IOException, InterruptedException {
        open().entries((path, content) -> {
            if (!path.isClutter() && wanted.test(path)) {
                Spooled spooled = spool.take(content);
                visitor.visit(path, spooled);
                Spool.discard(spooled);
            }
        });
    }

    private Archive open() throws IOException {
        return name.toLowerCase(Locale.ROOT).endsWith(".zip")
                ? new ZipArchive(file, guard())
                : new TarArchive(file, guard());
    }

    private ArchiveGuard guard() throws IOException {
        return new ArchiveGuard(name, Files.size(file), limits);
    }
}
