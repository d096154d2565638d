package dev.plankton.steps.datasetimport;

import java.io.IOException;
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

    /** Visits all paths, without the content, and refuses an upload that holds anything suspicious. */
    void survey(PathVisitor visitor) throws IOException, InterruptedException;

    /** Visits the wanted files with their content. */
    void read(Predicate<UploadPath> wanted, FileVisitor visitor) throws IOException, InterruptedException;
}
