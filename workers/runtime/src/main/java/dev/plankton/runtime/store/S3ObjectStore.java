package dev.plankton.runtime.store;

import io.minio.GetObjectArgs;
import io.minio.Http;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.UploadObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The bucket over the S3 protocol, by MinIO's client; plain calls alone, so that any S3 server will do. */
public final class S3ObjectStore implements ObjectStore {
    private static final Set<String> MISSING = Set.of("NoSuchKey", "NoSuchObject", "NotFound");
    private static final Set<String> TAKEN = Set.of("PreconditionFailed", "ConditionalRequestConflict");

    private final MinioClient client;
    private final String bucket;

    public S3ObjectStore(StoreConfig config) {
        this.client = MinioClient.builder()
                .endpoint(config.url().toString())
                .credentials(config.accessKey(), config.secretKey())
                .region("us-east-1")
                .build();
        this.bucket = config.bucket();
    }

    @Override
    public List<StoredObject> list(String prefix) throws IOException {
        List<StoredObject> objects = new ArrayList<>();
        try {
            for (Result<Item> result : client.listObjects(ListObjectsArgs.builder()
                    .bucket(bucket)
                    .prefix(prefix)
                    .recursive(true)
                    .build())) {
                Item item = result.get();
                objects.add(new StoredObject(item.objectName(), item.etag(), item.size()));
            }
        } catch (MinioException e) {
            throw new IOException("the object store could not list '%s': %s".formatted(prefix, e.getMessage()), e);
        }
        return objects;
    }

    @Override
    public InputStream open(String key) throws IOException {
        try {
            return client.getObject(
                    GetObjectArgs.builder().bucket(bucket).object(key).build());
        } catch (MinioException e) {
            throw failure("read", key, e);
        }
    }

    @Override
    public void put(String key, Path file, String mediaType) throws IOException {
        upload(key, file, mediaType, false);
    }

    @Override
    public boolean putIfAbsent(String key, Path file, String mediaType) throws IOException {
        return upload(key, file, mediaType, true);
    }

    private boolean upload(String key, Path file, String mediaType, boolean onlyIfAbsent) throws IOException {
        try {
            UploadObjectArgs.Builder upload = UploadObjectArgs.builder()
                    .bucket(bucket)
                    .object(key)
                    .filename(file.toString())
                    .contentType(mediaType);
            if (onlyIfAbsent) {
                upload.headers(new Http.Headers("If-None-Match", "*"));
            }
            client.uploadObject(upload.build());
            return true;
        } catch (ErrorResponseException e) {
            if (onlyIfAbsent && TAKEN.contains(e.errorResponse().code())) {
                return false;
            }
            throw failure("write", key, e);
        } catch (MinioException e) {
            throw failure("write", key, e);
        }
    }

    @Override
    public boolean exists(String key) throws IOException {
        try {
            client.statObject(
                    StatObjectArgs.builder().bucket(bucket).object(key).build());
            return true;
        } catch (MinioException e) {
            IOException failure = failure("look up", key, e);
            if (failure instanceof NoSuchFileException) {
                return false;
            }
            throw failure;
        }
    }

    /** Downloads an object into a file that does not exist yet. */
    void download(String key, Path file) throws IOException {
        try (InputStream in = open(key)) {
            Files.copy(in, file);
        }
    }

    private IOException failure(String verb, String key, MinioException e) {
        if (e instanceof ErrorResponseException response
                && MISSING.contains(response.errorResponse().code())) {
            return new NoSuchFileException(key);
        }
        return new IOException("the object store could not %s '%s': %s".formatted(verb, key, e.getMessage()), e);
    }
}
