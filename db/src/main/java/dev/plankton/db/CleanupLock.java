package dev.plankton.db;

import org.jdbi.v3.core.Handle;

/**
 * Makes sure that no step begins to use something while a clean-up deletes it. A step records what it is about to use
 * in a transaction that shares the lock; a clean-up decides and deletes in a transaction that holds the lock
 * exclusively. So either the clean-up sees the step's record and deletes nothing, or the step finds that the thing is
 * gone and makes it again.
 */
final class CleanupLock {
    private static final long NUMBER = 0x706c616e6b746f6eL; // "plankton"

    private CleanupLock() {}

    /** Shares the lock until the transaction ends. */
    static void share(Handle handle) {
        handle.execute("select pg_advisory_xact_lock_shared(?)", NUMBER);
    }

    /** Holds the lock exclusively until the transaction ends. */
    static void own(Handle handle) {
        handle.execute("select pg_advisory_xact_lock(?)", NUMBER);
    }
}
