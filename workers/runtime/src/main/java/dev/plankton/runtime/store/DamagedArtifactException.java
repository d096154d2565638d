package dev.plankton.runtime.store;

import java.io.IOException;

/** The bytes in the store are not those that the artifact's id promises. */
public final class DamagedArtifactException extends IOException {
    private static final long serialVersionUID = 1L;

    public DamagedArtifactException(ArtifactId id, String found) {
        super("Artifact %s is damaged: its bytes have the digest %s.".formatted(id, found));
    }
}
