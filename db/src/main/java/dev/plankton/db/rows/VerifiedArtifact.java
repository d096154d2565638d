package dev.plankton.db.rows;

/** @param artifact SHA-256 of the bytes that it is to have */
public record VerifiedArtifact(String artifact, State state) {

    /** What the store has of it. */
    public enum State {
        /** The bytes that its id promises. */
        SOUND,
        /** Other bytes. */
        DAMAGED,
        /** Nothing. */
        MISSING
    }
}
