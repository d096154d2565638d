package dev.plankton.engine.store;

import io.minio.GetObjectArgs;
import io.minio.Http;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.UploadObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The bucket, accessed over the S3 protocol with MinIO's client. It uses only basic calls, so that any S3 server works.
 * The bucket must exist. Temporary failures are retried for some seconds before they become an {@link IOException}.
 */
public final class S3ObjectStore implements ObjectStore, AutoCloseable {
    private static final Set<String> MISSING = Set.of("NoSuchKey", "NoSuchObject", "NotFound");
    private static final Set<String> TAKEN = Set.of("PreconditionFailed", "ConditionalRequestConflict");
    private static final long CONNECT_MILLIS = Duration.ofSeconds(5).toMillis();
    private static final long ANSWER_MILLIS = Duration.ofMinutes(1).toMillis();
    /**
     * Smaller files are uploaded in one request, to which S3's conditions apply. Multipart uploads have no conditions.
     */
    static final long LARGEST_PART_BYTES = 1L << 30;

    private final MinioClient client;
    private final StoreConfig config;

    public S3ObjectStore(StoreConfig config) {
        this.client = MinioClient.builder()
                .endpoint(config.url().toString())
                .credentials(config.accessKey(), config.secretKey())
                .region("us-east-1")
                .build();
        this.client.setTimeout(CONNECT_MILLIS, ANSWER_MILLIS, ANSWER_MILLIS);
        this.config = config;
    }

    @Override
    public List<StoredObject> list(String prefix) throws IOException {
        try {
            return Retries.call(() -> {
                List<StoredObject> objects = new ArrayList<>();
                for (Result<Item> result : client.listObjects(ListObjectsArgs.builder()
                        .bucket(config.bucket())
                        .prefix(prefix)
                        .recursive(true)
                        .build())) {
                    Item item = result.get();
                    objects.add(new StoredObject(
                            item.objectName(),
                            item.etag(),
                            item.size(),
                            item.lastModified().toInstant().toEpochMilli()));
                }
                return objects;
            });
        } catch (MinioException e) {
            throw failure("list", prefix, e);
        }
    }

    @Override
    public InputStream open(String key) throws IOException {
        try {
            return Retries.call(() -> client.getObject(
                    GetObjectArgs.builder().bucket(config.bucket()).object(key).build()));
        } catch (MinioException e) {
            throw failure("read", key, e);
        }
    }

    @Override
    public InputStream open(String key, long offset, long length) throws IOException {
        try {
            return Retries.call(() -> client.getObject(GetObjectArgs.builder()
                    .bucket(config.bucket())
                    .object(key)
                    .offset(offset)
                    .length(length)
                    .build()));
        } catch (MinioException e) {
            throw failure("read", key, e);
        }
    }

    @Override
    public long length(String key) throws IOException {
        try {
            return Retries.call(() -> client.statObject(StatObjectArgs.builder()
                            .bucket(config.bucket())
                            .object(key)
                            .build()))
                    .size();
        } catch (MinioException e) {
            throw failure("look up", key, e);
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
                    .bucket(config.bucket())
                    .object(key)
                    .filename(file.toString(), LARGEST_PART_BYTES)
                    .contentType(mediaType);
            if (onlyIfAbsent) {
                upload.headers(new Http.Headers("If-None-Match", "*"));
            }
            Retries.call(() -> client.uploadObject(upload.build()));
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
            length(key);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public void delete(String key) throws IOException {
        try {
            Retries.call(() -> {
                client.removeObject(RemoveObjectArgs.builder()
                        .bucket(config.bucket())
                        .object(key)
                        .build());
                return true;
            });
        } catch (MinioException e) {
            throw failure("delete", key, e);
        }
    }

    /** Closes the connections. */
    @Override
    public void close() throws IOException {
        try {
            client.close();
        } catch (Exception e) {
            throw new IOException("cannot close the connection to the object store", e);
        }
    }

    private IOException failure(String verb, String key, MinioException e) {
        if (e instanceof ErrorResponseException answered) {
            String code = answered.errorResponse().code();
            if (MISSING.contains(code)) {
                return new NoSuchFileException(key);
            }
            if ("NoSuchBucket".equals(code)) {
                return new IOException("The object store at %s has no bucket '%s'; create it, or name another one."
                        .formatted(config.url(), config.bucket()));
            }
        }
        Throwable reason = e.getCause() == null ? e : e.getCause();
        return new IOException("The object store could not %s '%s': %s".formatted(verb, key, reason.getMessage()), e);
    }
}
