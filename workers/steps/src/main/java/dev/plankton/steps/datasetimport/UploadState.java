package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.ids.UploadName;
import dev.plankton.engine.store.ObjectStore.StoredObject;
import java.util.List;

/** Names the state of an upload, so that one can tell whether a run has read the present one. */
public final class UploadState {
    private static final int DIGITS = 12;

    private UploadState() {}

    /**
     * The first hexadecimal digits of a digest of the names, lengths and entity tags of an upload's files.
     *
     * @param objects the listing of the upload
     * @throws BadInputException if it cannot be imported
     */
    public static String of(UploadName dataset, List<StoredObject> objects) {
        return of(Uploads.digest(Uploads.files(dataset, objects, Limits.DEFAULT)));
    }

    /** @param digest of the listing */
    static String of(String digest) {
        return digest.substring(0, DIGITS);
    }
}
