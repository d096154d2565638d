package dev.plankton.engine.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * The objects of the project's bucket, by key. {@link dev.plankton.contracts.ids.StoreKeys} says what lies
 * under which key. An object is replaced as a whole: readers see the old one or the new one.
 */
public interface ObjectStore {

    /** One object: key in the bucket, entity tag, length in bytes, when it was put there in milliseconds since 1970. */
    record StoredObject(String key, String etag, long bytes, long changedMillis) {}

    /** All objects whose key starts with the prefix, in key order; empty if there are none. */
    List<StoredObject> list(String prefix) throws IOException;

    /** A stream of an object's bytes; a missing object is an {@link java.nio.file.NoSuchFileException}. */
    InputStream open(String key) throws IOException;

    /** A stream of some of an object's bytes; a missing object is an {@link java.nio.file.NoSuchFileException}. */
    InputStream open(String key, long offset, long length) throws IOException;

    /** Its length in bytes; a missing object is an {@link java.nio.file.NoSuchFileException}. */
    long length(String key) throws IOException;

    void put(String key, Path file, String mediaType) throws IOException;

    /** Creates the object unless the key is taken. @return whether this call created it */
    boolean putIfAbsent(String key, Path file, String mediaType) throws IOException;

    boolean exists(String key) throws IOException;

    /** Deletes the object, if there is one. */
    void delete(String key) throws IOException;
}
