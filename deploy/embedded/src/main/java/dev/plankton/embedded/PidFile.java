package dev.plankton.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Keeps the id of a process in a file, so that a process left behind by a killed predecessor is found and stopped. */
final class PidFile {
    private static final long TERM_SECONDS = 20;
    private static final long KILL_SECONDS = 10;

    private final Path folder;
    private final String name;
    private final Path file;

    PidFile(Path folder, String name) {
        this.folder = folder;
        this.name = name;
        this.file = folder.resolve(name);
    }

    void write(ProcessHandle process) throws IOException {
        PrivateFiles.write(folder, name, process.pid() + "\n" + started(process) + "\n");
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Stops the process if it still runs. Another process that has its id by now is left alone. */
    void stopLeftover() throws IOException {
        if (Files.exists(file)) {
            List<String> lines = Files.readAllLines(file);
            Optional<ProcessHandle> process =
                    lines.size() < 2 ? Optional.empty() : ProcessHandle.of(Long.parseLong(lines.get(0)));
            if (process.isPresent() && started(process.get()).equals(lines.get(1))) {
                stop(process.get(), TERM_SECONDS);
            }
            delete();
        }
    }

    /** Asks the process to end, and kills it if it has not ended after the given time. */
    static void stop(ProcessHandle process, long seconds) throws IOException {
        CompletableFuture<ProcessHandle> end = process.onExit();
        process.destroy();
        if (!ended(end, seconds)) {
            process.destroyForcibly();
            if (!ended(end, KILL_SECONDS)) {
                throw new IOException("Process %d cannot be killed.".formatted(process.pid()));
            }
        }
    }

    static boolean ended(CompletableFuture<ProcessHandle> end, long seconds) throws IOException {
        try {
            end.get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException("Cannot wait for a process to end.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
