package dev.plankton.steps.datasetimport;

import java.io.IOException;
import java.io.InputStream;

/** An archive whose entries are read one after another, always in the same order. */
sealed interface Archive permits TarArchive, ZipArchive {

    /** Receives one plain file. The content can be read only during the call. */
    interface Visitor {
        void visit(UploadPath path, InputStream content) throws IOException, InterruptedException;
    }

    /**
     * Visits all plain files and skips folders.
     *
     * @throws dev.plankton.contracts.BadInputException if the archive is damaged, or holds links, devices, encrypted
     *     entries, paths that lead outside it, two entries of one name or more bytes than allowed
     */
    void entries(Visitor visitor) throws IOException, InterruptedException;
}
