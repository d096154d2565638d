package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.columns.IntColumn;
import dev.plankton.contracts.columns.TextColumn;
import dev.plankton.engine.step.StepContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Archives that are read once, from beginning to end: every image goes straight into a shard, before it is known whether
 * it is wanted. Tables, and files that images are made of, are kept on the local disk. Shards may hold images that no
 * one asks for; they are preprocessed in vain.
 */
final class PackedArchives implements UploadedFiles {
    private static final int LINES_EVERY = 50_000;

    /** What {@link #places} says of files that are in no shard. */
    private static final int EMPTY = -1;

    private static final int TOO_LONG = -2;
    private static final int NO_IMAGE = -3;

    private final ArchiveUpload upload;
    private final ShardPacker packer;
    private final StepContext context;
    private final TextColumn paths = new TextColumn();
    private final IntColumn archiveFolders = new IntColumn();
    private final TextColumn keys = new TextColumn();
    private final IntColumn places = new IntColumn();
    private final Map<Integer, Spooled> others = new HashMap<>();
    private long tooLong;

    private PackedArchives(ArchiveUpload upload, ShardPacker packer, StepContext context) {
        this.upload = upload;
        this.packer = packer;
        this.context = context;
    }

    /**
     * Reads the archives, each of them followed by the archives in it.
     *
     * @throws dev.plankton.contracts.BadInputException if two archives have the same folder, or an archive is in an
     *     archive in an archive
     */
    static PackedArchives read(
            List<ArchiveFile> archives,
            ArchiveFolders folders,
            ArchivePass pass,
            ArchiveUpload upload,
            ShardPacker packer,
            StepContext context)
            throws IOException, InterruptedException {
        PackedArchives files = new PackedArchives(upload, packer, context);
        int copies = 0;
        for (ArchiveFile outer : archives) {
            List<ArchiveFile> nested = new ArrayList<>();
            int before = copies;
            outer.open(pass).entries((path, content) -> {
                if (ArchiveUpload.isArchive(path)) {
                    nested.add(upload.copied(outer, path, content, before + nested.size()));
                } else {
                    files.take(path, content);
                }
            });
            copies += nested.size();
            nested.forEach(folders::add);
            for (ArchiveFile inner : nested) {
                inner.open(pass).entries((path, content) -> {
                    if (ArchiveUpload.isArchive(path)) {
                        throw ArchiveUpload.tooDeep(inner, path);
                    }
                    files.take(path, content);
                });
            }
        }
        return files;
    }

    private void take(UploadPath path, InputStream content) throws IOException, InterruptedException {
        if (path.isClutter()) {
            return;
        }
        context.checkCancelled();
        if (path.isImage()) {
            Optional<Packed> before = packer.remembered(path);
            note(path, before.isPresent() ? before.get() : packed(path, content));
        } else {
            if (DatasetImportStep.isOfUse(path)) {
                others.put(paths.size(), upload.spool().keep(content));
            }
            note(path, "", NO_IMAGE);
        }
        if (paths.size() % LINES_EVERY == 0) {
            context.log("Read %,d files of the upload.".formatted(paths.size()));
        }
    }

    private Packed packed(UploadPath path, InputStream content) throws IOException, InterruptedException {
        Spooled spooled = upload.spool().take(content);
        Packed packed = packer.add(path, spooled);
        Spool.discard(spooled);
        return packed;
    }

    private void note(UploadPath path, Packed image) {
        switch (image) {
            case Packed.InShard(String key, int shard) -> note(path, key, shard);
            case Packed.Empty empty -> note(path, "", EMPTY);
            case Packed.TooLong(long limit) -> {
                tooLong = limit;
                note(path, "", TOO_LONG);
            }
        }
    }

    private void note(UploadPath path, String key, int place) {
        paths.add(path.toString());
        archiveFolders.add(path.archiveFolders());
        keys.add(key);
        places.add(place);
    }

    private UploadPath path(int file) {
        return UploadPath.again(paths.get(file), archiveFolders.get(file));
    }

    @Override
    public void survey(PathVisitor visitor) throws IOException, InterruptedException {
        for (int file = 0; file < paths.size(); file++) {
            visitor.visit(path(file));
        }
    }

    /** Visits tables and the like; the images are packed. */
    @Override
    public void read(Predicate<UploadPath> wanted, FileVisitor visitor) throws IOException, InterruptedException {
        for (int file = 0; file < paths.size(); file++) {
            Spooled other = others.get(file);
            if (other != null && wanted.test(path(file))) {
                visitor.visit(path(file), other);
            }
        }
    }

    @Override
    public void pack(Predicate<UploadPath> wanted, ShardPacker into, PackedVisitor visitor)
            throws IOException, InterruptedException {
        for (int file = 0; file < paths.size(); file++) {
            int place = places.get(file);
            if (place != NO_IMAGE && wanted.test(path(file))) {
                visitor.visit(path(file), packed(file, place));
            }
        }
    }

    private Packed packed(int file, int place) {
        return switch (place) {
            case EMPTY -> new Packed.Empty();
            case TOO_LONG -> new Packed.TooLong(tooLong);
            default -> new Packed.InShard(keys.get(file), place);
        };
    }
}
