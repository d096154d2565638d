package dev.plankton.db.rows;

/**
 * How a run ended.
 *
 * @param reason one sentence; empty if it is complete
 */
public record RunEnd(RunStatus status, String reason) {

    /** As in the column {@code run.status}; a run that has not ended is RUNNING there. */
    public enum RunStatus {
        COMPLETED,
        FAILED,
        /** By a person, in Conductor. */
        TERMINATED
    }

    public static RunEnd completed() {
        return new RunEnd(RunStatus.COMPLETED, "");
    }

    public static RunEnd failed(String reason) {
        return new RunEnd(RunStatus.FAILED, reason);
    }

    public static RunEnd terminated(String reason) {
        return new RunEnd(RunStatus.TERMINATED, reason);
    }
}
