package dev.plankton.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The process that serves a PostgreSQL data folder, if there is one. */
final class Postmaster {
    private static final long FAST_SECONDS = 30;
    private static final long KILL_SECONDS = 10;

    private final Path data;

    Postmaster(Path data) {
        this.data = data;
    }

    /** Ends its sessions and stops it; does nothing if no process runs. */
    void stop() throws IOException {
        Optional<ProcessHandle> running = find();
        if (running.isPresent()) {
            ProcessHandle process = running.get();
            CompletableFuture<ProcessHandle> end = process.onExit();
            signal("INT", process); // a fast shutdown; TERM would wait for all clients to leave
            if (!PidFile.ended(end, FAST_SECONDS)) {
                signal("QUIT", process);
                if (!PidFile.ended(end, KILL_SECONDS)) {
                    throw new IOException(
                            "PostgreSQL's process %d on %s does not stop.".formatted(process.pid(), data));
                }
            }
        }
    }

    /** The process, if one runs. */
    Optional<ProcessHandle> find() throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String first = Files.readString(file, StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .orElse("");
        return ProcessHandle.of(PidFile.number(file, first))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .command()
                        .map(c -> c.endsWith("postgres"))
                        .orElse(false));
    }

    private static void signal(String name, ProcessHandle process) throws IOException {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
