package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.BadInputException;
import dev.plankton.engine.step.StepContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Opens the archives of an upload. They are read from the store; only the archives in them are copied to the local disk.
 *
 * <p>The files of an archive appear in a folder of the archive's name, as if it had been unpacked where it is. The files
 * of an archive that was uploaded alone keep their paths.
 */
final class ArchiveUpload {
    private final Path folder;
    private final Limits limits;
    private final Spool spool;

    /** @param folder an empty folder that archives in archives are copied to */
    ArchiveUpload(Path folder, Limits limits, Spool spool) {
        this.folder = folder;
        this.limits = limits;
        this.spool = spool;
    }

    /**
     * Opens the archives. A tar has to be read as a whole, so it is read only now, and its images are packed. A ZIP has a
     * directory, so that of ZIPs alone only what is needed is read, and later.
     *
     * @throws BadInputException if two archives have the same folder, or an archive is in an archive in an archive
     */
    UploadedFiles open(StepContext context, List<LooseObjects.Item> items, ShardPacker packer)
            throws IOException, InterruptedException {
        List<ArchiveFile> archives = new ArrayList<>();
        for (LooseObjects.Item item : items) {
            List<String> place = items.size() == 1 ? List.of() : item.path().unpacked();
            archives.add(new ArchiveFile(
                    item.path().toString(), new ArchiveBytes.Stored(context.objects(), item.object()), place, false));
        }
        ArchiveFolders folders = new ArchiveFolders();
        archives.forEach(folders::add);
        ArchivePass pass = ArchiveFiles.pass(archives, limits);
        for (ArchiveFile archive : archives) {
            if (archive.open(pass) instanceof TarArchive) {
                return PackedArchives.read(archives, folders, pass, this, packer, context);
            }
        }
        return new ArchiveFiles(withNested(archives, folders), limits, spool);
    }

    Spool spool() {
        return spool;
    }

    /**
     * The archives, each of them followed by the archives in it, which are copied out of it.
     *
     * @param folders those of the archives, to which those of the archives in them are added
     */
    List<ArchiveFile> withNested(List<ArchiveFile> archives, ArchiveFolders folders)
            throws IOException, InterruptedException {
        ArchivePass pass = ArchiveFiles.pass(archives, limits);
        List<ArchiveFile> all = new ArrayList<>();
        for (ArchiveFile outer : archives) {
            all.add(outer);
            outer.open(pass).entries((path, content) -> {
                if (isArchive(path)) {
                    all.add(copied(outer, path, content, all.size()));
                }
            });
        }
        all.stream().filter(ArchiveFile::nested).forEach(folders::add);
        checkDepth(all);
        return all;
    }

    static boolean isArchive(UploadPath path) {
        return path.isArchive() && !path.isClutter();
    }

    /** Copies an archive out of an archive. @param number a number of its own */
    ArchiveFile copied(ArchiveFile outer, UploadPath path, InputStream content, int number) throws IOException {
        Path copy = folder.resolve("nested-" + number);
        Files.copy(content, copy);
        return new ArchiveFile(
                outer.name() + "/" + path.inArchive(), new ArchiveBytes.Local(copy), path.unpacked(), true);
    }

    private void checkDepth(List<ArchiveFile> archives) throws IOException, InterruptedException {
        ArchivePass pass = ArchiveFiles.pass(archives, limits);
        for (ArchiveFile archive : archives) {
            if (archive.nested()) {
                archive.open(pass).entries((path, content) -> {
                    if (isArchive(path)) {
                        throw tooDeep(archive, path);
                    }
                });
            }
        }
    }

    static BadInputException tooDeep(ArchiveFile archive, UploadPath path) {
        return new BadInputException(
                "The archive %s holds the archive %s, which is an archive in an archive in an archive; unpack the outer one and upload what it holds."
                        .formatted(
                                UploadPath.printable(archive.name()),
                                UploadPath.printable(path.inArchive().toString())));
    }
}
