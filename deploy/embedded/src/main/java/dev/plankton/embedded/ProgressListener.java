package dev.plankton.embedded;

import java.time.Duration;

/** Follows the start of the services. */
public interface ProgressListener {

    /** A part begins to start. */
    void starting(String part);

    /** A part is ready at an address. */
    void ready(String part, String address, Duration took);

    /** A listener that does nothing. */
    static ProgressListener silent() {
        return new ProgressListener() {
            @Override
            public void starting(String part) {}

            @Override
            public void ready(String part, String address, Duration took) {}
        };
    }
}
