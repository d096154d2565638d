package dev.plankton.engine.store;

import dev.plankton.contracts.ids.ArtifactId;
import java.io.IOException;

/** The bytes of an artifact in the store do not match its id. */
public final class DamagedArtifactException extends IOException {
    private static final long serialVersionUID = 1L;

    public DamagedArtifactException(ArtifactId id, String found) {
        super(
                ("Artifact %s is damaged in the store (its bytes have the digest %s); start the workflow again with the same"
                                + " input: the step that made it will make it again.")
                        .formatted(id, found));
    }
}
