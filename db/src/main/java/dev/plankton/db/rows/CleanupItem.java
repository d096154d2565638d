package dev.plankton.db.rows;

/**
 * Something that may be deleted.
 *
 * @param key its key in the store; for {@link Kind#CONDUCTOR} the run's id
 * @param bytes its size; 0 where that is unknown
 */
public record CleanupItem(Kind kind, String key, long bytes) {

    /** What it is. */
    public enum Kind {
        /** A published file: {@code artifacts/<sha256>}. */
        ARTIFACT,
        /** The output of a finished step: {@code results/<task type>/<step key>.json}. */
        RESULT,
        /** The state of an unfinished round: {@code snapshots/<step key>}. */
        SNAPSHOT,
        /**
         * A file of a report, {@code reports/<digits of the step key>/...}, or of a page on classified images, {@code
         * predictions/<digits of the step key>/...}.
         */
        REPORT,
        /** Conductor's history of a run. */
        CONDUCTOR
    }
}
