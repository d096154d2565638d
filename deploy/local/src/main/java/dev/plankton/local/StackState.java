package dev.plankton.local;

import dev.plankton.db.DatabaseConfig;
import dev.plankton.embedded.EmbeddedPostgres;
import dev.plankton.embedded.EmbeddedStack;
import dev.plankton.runtime.Json;
import dev.plankton.runtime.store.StoreConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a running stack is and how to talk to it; kept in the data folder, readable by its owner only.
 *
 * @param pid the process that runs the workers and keeps the other parts
 * @param started when that process was started, as the operating system tells
 * @param conductor Conductor's API, ending in {@code /api/}
 * @param user owner of the database
 * @param reader one who may only read the schema {@code history}
 */
record StackState(
        long pid,
        String started,
        String conductor,
        String jdbcUrl,
        String user,
        String password,
        String reader,
        String readerPassword,
        String store,
        String bucket,
        String accessKey,
        String secretKey) {
    private static final String FILE = "state.json";

    static StackState of(EmbeddedStack stack) {
        return new StackState(
                ProcessHandle.current().pid(),
                started(ProcessHandle.current()),
                stack.conductorUrl().toString(),
                stack.jdbcUrl(),
                stack.postgres().user(),
                stack.postgres().password(),
                EmbeddedPostgres.READER,
                stack.postgres().readerPassword(),
                stack.store().url().toString(),
                stack.store().bucket(),
                stack.store().accessKey(),
                stack.store().secretKey());
    }

    void write(DataFolder folder) throws IOException {
        Path draft = Files.createTempFile(
                folder.path(),
                ".state",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(draft, Json.write(this));
        Files.move(draft, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static void delete(DataFolder folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }

    static Optional<StackState> read(DataFolder folder) throws IOException {
        Path file = folder.resolve(FILE);
        return Files.exists(file)
                ? Optional.of(Json.read(Files.readAllBytes(file), StackState.class))
                : Optional.empty();
    }

    /** The state of the stack that runs on the folder. */
    static StackState running(DataFolder folder) throws IOException, Trouble {
        return read(folder)
                .filter(state -> state.process().isPresent())
                .orElseThrow(() -> new Trouble("Nothing runs on %s; start it with `plankton up` in another terminal."
                        .formatted(folder.path())));
    }

    /** The process if it still runs. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> started(process).equals(started));
    }

    DatabaseConfig database() {
        return new DatabaseConfig(jdbcUrl, user, password, 8);
    }

    /** The same for a user who reads the schema {@code history} and can do nothing else. */
    DatabaseConfig historyOnly() {
        return new DatabaseConfig(jdbcUrl, reader, readerPassword, 2);
    }

    StoreConfig objects() {
        return new StoreConfig(URI.create(store), bucket, accessKey, secretKey);
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
