package dev.plankton.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * The objects in the folder of an {@link EmbeddedStore}, which may run meanwhile, in this process or another one. What is
 * put is the same as what the store itself writes, and much faster if it is small and many, because every request to the
 * store takes about a millisecond of computing. A listing is faster too: the store goes through the whole folder for
 * each thousand objects.
 */
public final class StoreFolder {
    private final FilesystemNio2BlobStore objects;
    private final ReadWriteLock writing = new ReentrantReadWriteLock();

    /** @param folder that of the store, which has been started on it once */
    public StoreFolder(Path folder) {
        this.objects = new FilesystemNio2BlobStore(
                folder.resolve(EmbeddedStore.OBJECTS).toString());
        // An object is moved into place when it is complete; until then it lies beside the others under a longer name.
        // When this process is asked to end, it finishes what it has begun, so that nothing of that kind stays.
        Runtime.getRuntime().addShutdownHook(new Thread(writing.writeLock()::lock, "finish-objects"));
    }

    /** One object: key, entity tag, length in bytes, when it was put there. */
    public record Entry(String key, String etag, long bytes, Instant changed) {}

    /** All objects whose key starts with the prefix, in key order. */
    public List<Entry> list(String prefix) throws IOException {
        try {
            return objects
                    .list(ListObjectsV2Request.builder()
                            .bucket(EmbeddedStore.BUCKET)
                            .prefix(prefix)
                            .build())
                    .contents()
                    .stream()
                    .map(object -> new Entry(object.key(), object.eTag(), object.size(), object.lastModified()))
                    .toList();
        } catch (RuntimeException e) { // the store wraps failures in it
            throw new IOException("The object store could not list '%s': %s".formatted(prefix, e.getMessage()), e);
        }
    }

    /** Writes an object as a whole; readers see the old one or the new one. */
    public void put(String key, Path file, String mediaType) throws IOException {
        writing.readLock().lock();
        try (InputStream in = Files.newInputStream(file)) {
            objects.putBlob(
                    PutObjectRequest.builder()
                            .bucket(EmbeddedStore.BUCKET)
                            .key(key)
                            .contentType(mediaType)
                            .contentLength(Files.size(file))
                            .build(),
                    in);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (RuntimeException e) { // the store wraps failures in it
            throw new IOException("The object store could not write '%s': %s".formatted(key, e.getMessage()), e);
        } finally {
            writing.readLock().unlock();
        }
    }
}
