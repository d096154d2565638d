package dev.plankton.runtime.store;

import dev.plankton.runtime.Json;
import dev.plankton.runtime.step.BadInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Artifacts in the object store under {@code artifacts/<sha256>}, with a cache of verified copies in a local folder.
 * Safe for use by several threads and several processes on one cache folder.
 */
public final class ArtifactStore {
    private static final String MEDIA_TYPE = "application/octet-stream";

    private final S3ObjectStore objects;
    private final Path cache;

    public ArtifactStore(S3ObjectStore objects, Path cache) throws IOException {
        this.objects = objects;
        this.cache = Files.createDirectories(cache);
    }

    /** Uploads the file unless the store has it already; the cache keeps a copy. */
    public ArtifactId put(Path file) throws IOException {
        ArtifactId id = digest(file);
        if (!objects.putIfAbsent(key(id), file, MEDIA_TYPE) && !verify(id)) {
            objects.put(key(id), file, MEDIA_TYPE); // mends a damaged one
        }
        Path cached = cache.resolve(id.sha256());
        if (!Files.exists(cached)) {
            Path partial = Files.createTempFile(cache, "put-", ".partial");
            Files.copy(file, partial, StandardCopyOption.REPLACE_EXISTING);
            Files.move(partial, cached, StandardCopyOption.ATOMIC_MOVE);
        }
        return id;
    }

    /** A verified local copy; see {@link Artifacts#fetch}. */
    public Path fetch(ArtifactId id) throws IOException {
        Path cached = cache.resolve(id.sha256());
        if (Files.exists(cached)) {
            return cached;
        }
        Path partial = Files.createTempDirectory(cache, "fetch-").resolve("partial");
        try {
            objects.download(key(id), partial);
            ArtifactId found = digest(partial);
            if (!found.equals(id)) {
                throw new DamagedArtifactException(id, found.sha256());
            }
            Files.move(partial, cached, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            throw new BadInputException(
                    "The store has no artifact %s; it was deleted, or belongs to another store.".formatted(id));
        } finally {
            Files.deleteIfExists(partial);
            Files.delete(partial.getParent());
        }
        return cached;
    }

    /** Whether the store holds the artifact with the bytes that its id promises; reads it once in full. */
    public boolean verify(ArtifactId id) throws IOException {
        try (InputStream in = objects.open(key(id))) {
            return digest(in).equals(id);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    static String key(ArtifactId id) {
        return "artifacts/" + id.sha256();
    }

    static ArtifactId digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return digest(in);
        } catch (ClosedByInterruptException e) {
            Thread.currentThread().interrupt();
            throw e;
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
