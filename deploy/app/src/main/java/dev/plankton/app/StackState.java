package dev.plankton.app;

import dev.plankton.contracts.json.Json;
import dev.plankton.db.DatabaseConfig;
import dev.plankton.engine.service.ServiceConfig;
import dev.plankton.engine.store.StoreConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;

/**
 * The addresses and credentials of a running stack; kept in the data folder, readable by its owner only.
 *
 * @param pid the process that runs the workers and started the other parts
 * @param started when that process was started, according to the operating system
 * @param conductor Conductor's API, ending in {@code /api/}
 * @param user owner of the database
 * @param gateway where browsers find everything, without a slash at the end
 * @param token what they must know; empty if a proxy asks instead
 * @param reader a database user who may only read the schema {@code history}
 */
public record StackState(
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
        String secretKey,
        String gateway,
        Optional<String> token) {
    private static final String FILE = "state.json";

    public void write(DataFolder folder) throws IOException {
        Path draft = Files.createTempFile(
                folder.path(),
                ".state",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(draft, Json.write(this));
        Files.move(draft, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    public static void delete(DataFolder folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }

    public static Optional<StackState> read(DataFolder folder) throws IOException {
        Path file = folder.resolve(FILE);
        return Files.exists(file)
                ? Optional.of(Json.read(Files.readAllBytes(file), StackState.class))
                : Optional.empty();
    }

    /** The state of the stack that runs on the folder. */
    public static StackState running(DataFolder folder) throws IOException, Trouble {
        return read(folder)
                .filter(state -> state.process().isPresent())
                .orElseThrow(() -> new Trouble("Nothing runs on %s; start it with `plankton up` in another terminal."
                        .formatted(folder.path())));
    }

    /** The process if it still runs. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> started(process).equals(started));
    }

    /** The address to open in a browser. */
    public String address() {
        return gateway + "/" + token.map(known -> "?token=" + known).orElse("");
    }

    public DatabaseConfig database() {
        return new DatabaseConfig(jdbcUrl, user, password, 8);
    }

    /** The same for a user who can only read the schema {@code history}. */
    public DatabaseConfig historyOnly() {
        return new DatabaseConfig(jdbcUrl, reader, readerPassword, 2);
    }

    public StoreConfig objects() {
        return new StoreConfig(URI.create(store), bucket, accessKey, secretKey);
    }

    /** The settings of workers that keep their state in the folder. */
    public ServiceConfig workers(DataFolder folder) {
        return new ServiceConfig(
                URI.create(conductor),
                objects(),
                database(),
                folder.resolve("workers"),
                Math.max(2, Runtime.getRuntime().availableProcessors()),
                Optional.empty());
    }

    /** When a process was started, according to the operating system. */
    public static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
