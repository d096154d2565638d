package dev.plankton.datasetimport;

import java.io.IOException;
import java.util.function.Predicate;

/** The files of an upload in a fixed order, whether loose or in an archive; clutter is never shown. */
interface UploadedFiles {

    /** Is told the path of every file. */
    interface PathVisitor {
        void visit(UploadPath path) throws IOException, InterruptedException;
    }

    /** Is handed files one after another; a file is gone when the call returns. */
    interface FileVisitor {
        void visit(UploadPath path, Spooled file) throws IOException, InterruptedException;
    }

    /** Shows all paths, without the content, and refuses an upload that holds anything suspicious. */
    void survey(PathVisitor visitor) throws IOException, InterruptedException;

    /** Hands over the wanted files. */
    void read(Predicate<UploadPath> wanted, FileVisitor visitor) throws IOException, InterruptedException;
}
