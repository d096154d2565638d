package dev.plankton.db;

import org.jdbi.v3.core.Handle;

/**
 * Keeps what is being cleaned up from being taken into use at that moment. Whoever takes something into use says so in a
 * transaction that shares the lock; whoever cleans up decides and deletes in one that has it alone. So either the claim is
 * seen and the thing stays, or the claimant finds it gone and makes it anew.
 */
final class CleanupLock {
    private static final long NUMBER = 0x706c616e6b746f6eL; // "plankton"

    private CleanupLock() {}

    /** Until the transaction ends. */
    static void share(Handle handle) {
        handle.execute("select pg_advisory_xact_lock_shared(?)", NUMBER);
    }

    /** Until the transaction ends. */
    static void own(Handle handle) {
        handle.execute("select pg_advisory_xact_lock(?)", NUMBER);
    }
}
