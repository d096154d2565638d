package dev.plankton.runtime.store;

import java.io.IOException;

/** The bytes in the store are not those that the artifact's id promises. */
public final class DamagedArtifactException extends IOException {
    private static final long serialVersionUID = 1L;

    public DamagedArtifactException(ArtifactId id, String found) {
        super(
                ("Artifact %s is damaged in the store (its bytes have the digest %s); start the workflow again with the same"
                                + " input: the step that made it will make it anew.")
                        .formatted(id, found));
    }
}
