package dev.plankton.steps.datasetimport;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The files of an upload in a fixed order, loose or in an archive. Clutter is skipped. */
interface UploadedFiles {

    /** Receives the path of every file. */
    interface PathVisitor {
        void visit(UploadPath path) throws IOException, InterruptedException;
    }

    /** Receives files one after another. A file is deleted when the call returns. */
    interface FileVisitor {
        void visit(UploadPath path, Spooled file) throws IOException, InterruptedException;
    }

    /** Receives images one after another, as they were packed. */
    interface PackedVisitor {
        void visit(UploadPath path, Packed image) throws IOException, InterruptedException;
    }

    /** Visits all paths, without the content, and refuses an upload that holds anything suspicious. */
    void survey(PathVisitor visitor) throws IOException, InterruptedException;

    /** Visits the wanted files with their content. */
    void read(Predicate<UploadPath> wanted, FileVisitor visitor) throws IOException, InterruptedException;

    /** Packs the wanted images into shards and visits them. Images that an earlier attempt has packed are not read. */
    default void pack(Predicate<UploadPath> wanted, ShardPacker packer, PackedVisitor visitor)
            throws IOException, InterruptedException {
        Set<UploadPath> before = new HashSet<>();
        boolean[] all = {true};
        survey(path -> {
            if (all[0] && wanted.test(path)) {
                Optional<Packed> image = packer.remembered(path);
                all[0] = image.isPresent();
                if (all[0]) {
                    before.add(path);
                    visitor.visit(path, image.get());
                }
            }
        });
        read(path -> wanted.test(path) && !before.contains(path), (path, file) -> {
            visitor.visit(path, packer.add(path, file));
        });
    }
}
