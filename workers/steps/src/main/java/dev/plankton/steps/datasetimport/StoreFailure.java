package dev.plankton.steps.datasetimport;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The object store did not answer while an archive was read from it: no fault of the archive, and worth another try. */
final class StoreFailure extends UncheckedIOException {
    private static final long serialVersionUID = 1;

    StoreFailure(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
