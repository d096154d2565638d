package dev.plankton.embedded;

import java.time.Duration;

/** Is told how far the start of the services has come. */
public interface ProgressListener {

    /** A part begins to start. */
    void starting(String part);

    /** A part is ready at an address. */
    void ready(String part, String address, Duration took);

    /** Says nothing. */
    static ProgressListener silent() {
        return new ProgressListener() {
            @Override
            public void starting(String part) {}

            @Override
            public void ready(String part, String address, Duration took) {}
        };
    }
}
