package dev.plankton.db.rows;

import dev.plankton.contracts.ids.ArtifactId;

/** @param artifact SHA-256 of the bytes that it should have */
public record VerifiedArtifact(ArtifactId artifact, State state) {

    /** What the store has under its key. */
    public enum State {
        /** The bytes that match its id. */
        SOUND,
        /** Other bytes. */
        DAMAGED,
        /** Nothing. */
        MISSING
    }
}
