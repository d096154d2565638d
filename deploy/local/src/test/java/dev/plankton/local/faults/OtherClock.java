package dev.plankton.local.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A clock that is 5 minutes fast, by libfaketime. */
final class OtherClock {
    /** Below it, Debian has a folder for each architecture. */
    private static final Path LIBRARIES = Path.of("/usr/lib");

    private static final String LIBRARY = "faketime/libfaketimeMT.so.1";

    private OtherClock() {}

    /** The variables of a process that is to have this clock; empty where libfaketime is not at hand. */
    static Optional<Map<String, String>> variables() throws IOException {
        return library()
                .map(library -> Map.of(
                        "LD_PRELOAD", library.toString(),
                        "FAKETIME", "+5m",
                        "NO_FAKE_STAT", "1",
                        "DONT_FAKE_MONOTONIC", "1",
                        "FAKETIME_FORCE_MONOTONIC_FIX", "0")); // otherwise Java's waits end at once
    }

    private static Optional<Path> library() throws IOException {
        try (Stream<Path> architectures = Files.list(LIBRARIES)) {
            return architectures
                    .map(architecture -> architecture.resolve(LIBRARY))
                    .filter(Files::isReadable)
                    .findFirst();
        }
    }
}
