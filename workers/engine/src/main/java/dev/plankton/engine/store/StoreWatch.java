package dev.plankton.engine.store;

import java.time.Duration;

/** Is told of every call to the object store, of every artifact that is fetched, and of the cache. It must return at once. */
public interface StoreWatch {

    /** What a call does with objects. */
    enum Operation {
        LIST("list"),
        READ("read"),
        LOOK_UP("look up"),
        WRITE("write"),
        DELETE("delete");

        private final String verb;

        Operation(String verb) {
            this.verb = verb;
        }

        String verb() {
            return verb;
        }
    }

    /** How a call ended. */
    enum Result {
        DONE,
        /** There is no such object. */
        MISSING,
        FAILED
    }

    /** @param took with all tries; when reading, until the first byte arrives */
    void called(Operation operation, Result result, Duration took);

    /**
     * An artifact was fetched.
     *
     * @param cached whether a verified copy was already in the cache
     * @param bytes its length
     */
    void fetched(boolean cached, long bytes);

    /**
     * The cache was looked through, and emptied if it was too large.
     *
     * @param left its size now, in bytes
     * @param deleted what was deleted, in bytes
     */
    void swept(long left, long deleted);

    /** Takes no notice. */
    static StoreWatch none() {
        return new StoreWatch() {
            @Override
            public void called(Operation operation, Result result, Duration took) {}

            @Override
            public void fetched(boolean cached, long bytes) {}

            @Override
            public void swept(long left, long deleted) {}
        };
    }
}
