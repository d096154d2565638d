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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Artifacts in the object store under {@code artifacts/<sha256>}, with a cache of copies in a local folder. A cached
 * copy is verified once in each process. Safe for several threads and several processes on one cache folder.
 */
public final class ArtifactStore {
    private static final String MEDIA_TYPE = "application/octet-stream";

    private final S3ObjectStore objects;
    private final ArtifactCache cache;
    private final StoreWatch watch;
    private final Set<ArtifactId> verified = ConcurrentHashMap.newKeySet();

    /** For a program that shares the cache of the services and does not empty it. */
    public ArtifactStore(S3ObjectStore objects, Path cache) throws IOException {
        this(objects, cache, CacheLimit.NONE, StoreWatch.none());
    }

    /** @param watch is told of every artifact that is fetched, and of the size of the cache */
    public ArtifactStore(S3ObjectStore objects, Path cache, CacheLimit limit, StoreWatch watch) throws IOException {
        this.objects = objects;
        this.cache = new ArtifactCache(cache, limit, watch);
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
        if (cache.find(id).isEmpty()) {
            Path partial = cache.partial();
            try {
                Files.copy(file, partial, StandardCopyOption.REPLACE_EXISTING);
                cache.take(id, partial);
            } finally {
                Files.deleteIfExists(partial);
            }
        }
    }

    /** A verified copy, which stays for ten minutes; see {@link Artifacts#fetch}. */
    public Path fetch(ArtifactId id) throws IOException {
        return fetch(id, Optional.empty());
    }

    /**
     * A verified copy in the reader's own folder, named by its id, which stays until the reader deletes it. It is a hard
     * link; where those do not work, as on another file system, it is the copy in the cache, which stays for ten minutes.
     */
    public Path fetch(ArtifactId id, Path folder) throws IOException {
        return fetch(id, Optional.of(folder.resolve(id.sha256())));
    }

    private Path fetch(ArtifactId id, Optional<Path> link) throws IOException {
        Optional<Path> cached = cached(id, link);
        Path file = cached.isPresent() ? cached.get() : download(id, link);
        watch.fetched(cached.isPresent(), Files.size(file));
        return file;
    }

    private Optional<Path> cached(ArtifactId id, Optional<Path> link) throws IOException {
        Optional<Path> copy = cache.find(id);
        if (link.filter(Files::exists).isPresent()) {
            return link;
        }
        if (copy.isEmpty()) {
            verified.remove(id); // whoever brings the next one
            return Optional.empty();
        }
        try {
            return isWhole(id, copy.get()) ? Optional.of(cache.hold(id, copy.get(), link)) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty(); // it was deleted since it was found
        }
    }

    private boolean isWhole(ArtifactId id, Path copy) throws IOException {
        return verified.contains(id) || (digest(copy).equals(id) && verified.add(id));
    }

    private Path download(ArtifactId id, Optional<Path> link) throws IOException {
        Path partial = cache.partial();
        try {
            download(id, partial);
            Path held = cache.hold(id, partial, link); // before the cache has it and may delete it
            cache.take(id, partial);
            verified.add(id);
            return held;
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private void download(ArtifactId id, Path file) throws IOException {
        try (InputStream in = objects.open(key(id))) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            throw new BadInputException(
                    "The store has no artifact %s; it was deleted, or belongs to another store.".formatted(id));
        }
        ArtifactId found = digest(file);
        if (!found.equals(id)) {
            throw new DamagedArtifactException(id, found.sha256());
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
