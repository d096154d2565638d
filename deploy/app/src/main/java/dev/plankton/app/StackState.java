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
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The addresses and credentials of a running stack; kept in the data folder, readable by its owner only.
 *
 * @param pid the process that runs the workers and started the other parts; empty if the system runs elsewhere
 * @param conductor Conductor's API, ending in {@code /api/}
 * @param user owner of the database
 * @param gateway where browsers find everything, without a slash at the end
 * @param token what they must know; empty if a proxy asks instead
 * @param reader a database user who may only read the schema {@code history}
 */
public record StackState(
        Optional<Long> pid,
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

    public StackState {
        Stream.of(
                        pid,
                        conductor,
                        jdbcUrl,
                        user,
                        password,
                        reader,
                        readerPassword,
                        store,
                        bucket,
                        accessKey,
                        secretKey,
                        gateway,
                        token)
                .forEach(Objects::requireNonNull); // a damaged file lacks some of them
    }

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

    /** The state of the stack that runs on the folder and is ready, if there is one. */
    public static Optional<StackState> find(DataFolder folder) throws IOException, Trouble {
        Path file = folder.resolve(FILE);
        Optional<ProcessHandle> holder = folder.holder();
        if (holder.isEmpty() || !Files.exists(file)) {
            return Optional.empty();
        }
        // Another process wrote it if that one was killed and this one is still starting.
        return Optional.of(read(file))
                .filter(state -> state.pid().equals(Optional.of(holder.get().pid())));
    }

    private static StackState read(Path file) throws IOException, Trouble {
        byte[] json = Files.readAllBytes(file);
        try {
            return Objects.requireNonNull(Json.read(json, StackState.class));
        } catch (IOException | NullPointerException e) {
            throw new Trouble(
                    "The file %s is damaged; stop the system with `plankton down` and start it again.".formatted(file));
        }
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

    /**
     * The settings of workers that keep their state in the folder.
     *
     * @param conductorSchema of Conductor's tables, if the workers shall listen to its queues
     */
    public ServiceConfig workers(DataFolder folder, Optional<String> conductorSchema) {
        return new ServiceConfig(
                URI.create(conductor),
                objects(),
                database(),
                folder.resolve("workers"),
                Math.max(2, Runtime.getRuntime().availableProcessors()),
                Optional.empty(),
                conductorSchema,
                Optional.empty());
    }
}
