package dev.plankton.db;

import org.jdbi.v3.core.Handle;

/**
 * Makes sure that no step begins to use something while a clean-up deletes it. A step records what it is about to use
 * in a transaction that shares the lock; a clean-up decides and deletes in a transaction that holds the lock
 * exclusively. So either the clean-up sees the step's record and deletes nothing, or the step finds that the thing is
 * gone and makes it again. The lock is on a table of ours, so that nobody else can take it.
 */
final class CleanupLock {
    private CleanupLock() {}

    /** Shares the lock until the transaction ends. */
    static void share(Handle handle) {
        handle.execute("lock table cleanup_lock in row share mode");
    }

    /** Holds the lock exclusively until the transaction ends. */
    static void own(Handle handle) {
        handle.execute("lock table cleanup_lock in exclusive mode");
    }
}
