package dev.plankton.steps.datasetimport;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/**
 * The files of one or more archives, in the archives' order. {@link #survey} reads only the names,
 * {@link #read} also the content. An archive in an archive must be in the list too.
 */
final class ArchiveFiles implements UploadedFiles {
    private final List<ArchiveFile> archives;
    private final Limits limits;
    private final Spool spool;

    ArchiveFiles(List<ArchiveFile> archives, Limits limits, Spool spool) {
        this.archives = List.copyOf(archives);
        this.limits = limits;
        this.spool = spool;
    }

    @Override
    public void survey(PathVisitor visitor) throws IOException, InterruptedException {
        ArchivePass pass = pass();
        for (ArchiveFile archive : archives) {
            archive.open(pass).entries((path, content) -> {
                if (!path.isClutter() && !path.isArchive()) {
                    visitor.visit(path);
                }
            });
        }
    }

    @Override
    public void read(Predicate<UploadPath> wanted, FileVisitor visitor) throws IOException, InterruptedException {
        ArchivePass pass = pass();
        for (ArchiveFile archive : archives) {
            archive.open(pass).entries((path, content) -> {
                if (!path.isClutter() && !path.isArchive() && wanted.test(path)) {
                    Spooled spooled = spool.take(content);
                    visitor.visit(path, spooled);
                    Spool.discard(spooled);
                }
            });
        }
    }

    private ArchivePass pass() throws IOException {
        return pass(archives, limits);
    }

    static ArchivePass pass(List<ArchiveFile> archives, Limits limits) throws IOException {
        long bytes = 0;
        for (ArchiveFile archive : archives) {
            bytes += archive.nested() ? 0 : archive.bytes().size();
        }
        return new ArchivePass(bytes, limits);
    }
}
