package dev.plankton.engine.store;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.StoreKeys;
import dev.plankton.contracts.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Artifacts in the object store under {@code artifacts/<sha256>}, with a cache of copies in a local folder. A cached
 * copy is verified once in each process. Safe for several threads and several processes on one cache folder. The cache
 * is never emptied automatically; deleting the folder while no service runs does no harm.
 */
public final class ArtifactStore {
    private static final String MEDIA_TYPE = "application/octet-stream";

    private final S3ObjectStore objects;
    private final Path cache;
    private final StoreWatch watch;
    private final Set<ArtifactId> verified = ConcurrentHashMap.newKeySet();

    public ArtifactStore(S3ObjectStore objects, Path cache) throws IOException {
        this(objects, cache, StoreWatch.none());
    }

    /** @param watch is told of every artifact that is fetched */
    public ArtifactStore(S3ObjectStore objects, Path cache, StoreWatch watch) throws IOException {
        this.objects = objects;
        this.cache = Files.createDirectories(cache);
        this.watch = watch;
    }

    /** Uploads the file unless the store already has it undamaged. The cache keeps a copy. */
    public ArtifactId put(Path file) throws IOException {
        ArtifactId id = digest(file);
        put(id, file);
        return id;
    }

    /** The same, for a digest that is already known. */
    public void put(ArtifactId id, Path file) throws IOException {
        String key = key(id);
        boolean whole = objects.exists(key) ? verify(id) : objects.putIfAbsent(key, file, MEDIA_TYPE) || verify(id);
        if (!whole) {
            objects.put(key, file, MEDIA_TYPE); // replaces a damaged one
        }
        if (!Files.exists(cached(id))) {
            Path partial = Files.createTempFile(cache, "put-", ".partial");
            try {
                Files.copy(file, partial, StandardCopyOption.REPLACE_EXISTING);
                Files.move(partial, cached(id), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(partial);
            }
        }
    }

    /** A verified local copy; see {@link Artifacts#fetch}. */
    public Path fetch(ArtifactId id) throws IOException {
        Path cached = cached(id);
        boolean hit = Files.exists(cached) && verifiedCopy(id);
        if (!hit) {
            download(id);
            verified.add(id);
        }
        watch.fetched(hit, Files.size(cached));
        return cached;
    }

    private boolean verifiedCopy(ArtifactId id) throws IOException {
        return verified.contains(id) || (digest(cached(id)).equals(id) && verified.add(id));
    }

    private void download(ArtifactId id) throws IOException {
        Path partial = Files.createTempFile(cache, "fetch-", ".partial");
        try (InputStream in = objects.open(key(id))) {
            Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
            ArtifactId found = digest(partial);
            if (!found.equals(id)) {
                throw new DamagedArtifactException(id, found.sha256());
            }
            Files.move(partial, cached(id), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            throw new BadInputException(
                    "The store has no artifact %s; it was deleted, or belongs to another store.".formatted(id));
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /** Whether the store holds the artifact and its bytes match its id; reads it once in full. */
    public boolean verify(ArtifactId id) throws IOException {
        try (InputStream in = objects.open(key(id))) {
            return digest(in).equals(id);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private Path cached(ArtifactId id) {
        return cache.resolve(id.sha256());
    }

    /** The artifact's key in the store. */
    public static String key(ArtifactId id) {
        return StoreKeys.artifact(id);
    }

    /** The artifact id of the file's content. */
    public static ArtifactId digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return digest(in);
        }
    }

    private static ArtifactId digest(InputStream in) throws IOException {
        MessageDigest digest = Json.sha256();
        try (DigestInputStream digesting = new DigestInputStream(in, digest)) {
            digesting.transferTo(OutputStream.nullOutputStream());
        }
        return new ArtifactId(HexFormat.of().formatHex(digest.digest()));
    }
}
