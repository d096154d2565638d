package dev.plankton.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * Puts objects straight into the folder of an {@link EmbeddedStore}, which may run meanwhile, in this process or another
 * one. They are the same as those that the store itself writes, and much faster to write if they are small and many,
 * because every request to the store takes about a millisecond of computing.
 */
public final class StoreFolder {
    private final FilesystemNio2BlobStore objects;
    private final ReadWriteLock writing = new ReentrantReadWriteLock();

    /** @param folder that of the store, which has been started on it once */
    public StoreFolder(Path folder) {
        this.objects = new FilesystemNio2BlobStore(
                folder.resolve(EmbeddedStore.OBJECTS).toString());
        // An object is moved into place when it is complete; until then it lies beside the others under a longer name.
        // When
        // this process is asked to end, it finishes what it has begun, so that nothing of that kind stays.
        Runtime.getRuntime().addShutdownHook(new Thread(writing.writeLock()::lock, "finish-objects"));
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
