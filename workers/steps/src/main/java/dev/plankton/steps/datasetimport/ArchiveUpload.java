package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.BadInputException;
import dev.plankton.engine.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Copies the archives of an upload to the local disk, and also the archives in them.
 *
 * <p>The files of an archive appear in a folder of the archive's name, as if it had been unpacked where it is. The files
 * of an archive that was uploaded alone keep their paths.
 */
final class ArchiveUpload {
    private final Path folder;
    private final Limits limits;
    private final Spool spool;

    /** @param folder an empty folder that the archives are copied to */
    ArchiveUpload(Path folder, Limits limits, Spool spool) {
        this.folder = folder;
        this.limits = limits;
        this.spool = spool;
    }

    /** @throws BadInputException if two archives have the same folder, or an archive is in an archive in an archive */
    ArchiveFiles open(ObjectStore objects, List<LooseObjects.Item> items) throws IOException, InterruptedException {
        List<ArchiveFile> archives = new ArrayList<>();
        for (LooseObjects.Item item : items) {
            Path copy = folder.resolve("archive-" + archives.size());
            try (InputStream in = objects.open(item.object().key())) {
                if (Files.copy(in, copy) != item.object().bytes()) {
                    throw new IOException("the object %s changed while it was read"
                            .formatted(item.object().key()));
                }
            }
            List<String> place = items.size() == 1 ? List.of() : item.path().unpacked();
            archives.add(new ArchiveFile(item.path().toString(), copy, place, false));
        }
        return new ArchiveFiles(withNested(archives), limits, spool);
    }

    /** The archives, each of them followed by the archives in it, which are copied out of it. */
    List<ArchiveFile> withNested(List<ArchiveFile> archives) throws IOException, InterruptedException {
        checkFolders(archives);
        ArchivePass pass = ArchiveFiles.pass(archives, limits);
        List<ArchiveFile> all = new ArrayList<>();
        for (ArchiveFile outer : archives) {
            all.add(outer);
            outer.open(pass).entries((path, content) -> {
                if (path.isArchive() && !path.isClutter()) {
                    Path copy = folder.resolve("nested-" + all.size());
                    Files.copy(content, copy);
                    String name = outer.name() + "/" + path.inArchive();
                    all.add(new ArchiveFile(name, copy, path.unpacked(), true));
                }
            });
        }
        checkFolders(all);
        checkDepth(all);
        return all;
    }

    private void checkDepth(List<ArchiveFile> archives) throws IOException, InterruptedException {
        ArchivePass pass = ArchiveFiles.pass(archives, limits);
        for (ArchiveFile archive : archives) {
            if (archive.nested()) {
                archive.open(pass).entries((path, content) -> {
                    if (path.isArchive() && !path.isClutter()) {
                        throw new BadInputException(
                                "The archive %s holds the archive %s, which is an archive in an archive in an archive; unpack the outer one and upload what it holds."
                                        .formatted(
                                                UploadPath.printable(archive.name()),
                                                UploadPath.printable(
                                                        path.inArchive().toString())));
                    }
                });
            }
        }
    }

    private static void checkFolders(List<ArchiveFile> archives) {
        Map<List<String>, String> names = new HashMap<>();
        for (ArchiveFile archive : archives) {
            String other = names.putIfAbsent(archive.folder(), archive.name());
            if (other != null) {
                throw new BadInputException(
                        "The archives %s and %s have the same name except for its ending; rename one of them and upload them again."
                                .formatted(UploadPath.printable(other), UploadPath.printable(archive.name())));
            }
        }
    }
}
