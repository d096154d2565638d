package dev.plankton.db;

import java.time.Duration;

/** Is told of every call to the database. It must return at once and never throw. */
@FunctionalInterface
public interface DatabaseWatch {

    /** What a call does. */
    enum Operation {
        READ,
        WRITE,
        /** Finds what no run needs any more, and records that it was deleted. */
        CLEAN_UP
    }

    /** @param took with the wait for a free connection */
    void called(Operation operation, boolean succeeded, Duration took);

    /** Takes no notice. */
    static DatabaseWatch none() {
        return (operation, succeeded, took) -> {};
    }
}
