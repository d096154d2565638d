package dev.plankton.datasetimport;

import java.io.IOException;
import java.io.InputStream;

/** An archive whose entries are looked at one after another, at every reading in the same order. */
sealed interface Archive permits TarArchive, ZipArchive {

    /** Is shown one plain file; it may read the content, which ends with the call. */
    interface Visitor {
        void visit(UploadPath path, InputStream content) throws IOException, InterruptedException;
    }

    /**
     * Shows all plain files; folders are passed over.
     *
     * @throws dev.plankton.runtime.step.BadInputException if the archive is damaged, or holds links, devices, encrypted
     *     entries, paths that lead outside it or more bytes than it may
     */
    void entries(Visitor visitor) throws IOException, InterruptedException;
}
