package dev.plankton.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Keeps the id of a process in a file, so that a process left behind by a killed predecessor is found and stopped. The
 * file also holds its command line, to tell it from a later process with the same id; the time of its start would not
 * do, since it shifts when the system's clock is set.
 */
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
        PrivateFiles.write(folder, name, process.pid() + "\n" + commandLine(process) + "\n");
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Stops the process if it still runs. Another process that has its id by now is left alone. */
    void stopLeftover() throws IOException {
        if (Files.exists(file)) {
            Optional<ProcessHandle> process = remembered();
            if (process.isPresent()) {
                stop(process.get(), TERM_SECONDS);
            }
            delete();
        }
    }

    private Optional<ProcessHandle> remembered() throws IOException {
        String[] parts = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n", 2);
        long pid = number(file, parts[0]);
        String commandLine = parts.length < 2 ? "" : parts[1].strip();
        return ProcessHandle.of(pid)
                .filter(process -> !commandLine.isEmpty() && commandLine.equals(commandLine(process)));
    }

    /** The id of a process that a file holds; an IOException with a sentence if it is none. */
    static long number(Path file, String text) throws IOException {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new IOException(
                    "The file %s is damaged, so it does not say which process to stop; if one still runs on %s, end it, and delete the file."
                            .formatted(file, file.getParent()),
                    e);
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

    /** Empty if the operating system does not tell. */
    private static String commandLine(ProcessHandle process) {
        return process.info().commandLine().orElse("").strip();
    }
}
