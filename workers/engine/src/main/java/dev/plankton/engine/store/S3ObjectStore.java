package dev.plankton.engine.store;

import dev.plankton.engine.store.StoreWatch.Operation;
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
    /** Larger files are sent in parts of this size: a store may hold a whole part in memory to check its signature. */
    static final long PART_BYTES = 64L << 20;
    /** As much is sent in one request if S3's conditions are to apply, which multipart uploads do not have. */
    static final long LARGEST_CONDITIONAL_BYTES = 1L << 30;

    private final MinioClient client;
    private final StoreConfig config;
    private final StoreWatch watch;

    public S3ObjectStore(StoreConfig config) {
        this(config, StoreWatch.none());
    }

    /** @param watch is told of every call */
    public S3ObjectStore(StoreConfig config, StoreWatch watch) {
        this.client = MinioClient.builder()
                .endpoint(config.url().toString())
                .credentials(config.accessKey(), config.secretKey())
                .region("us-east-1")
                .build();
        this.client.setTimeout(CONNECT_MILLIS, ANSWER_MILLIS, ANSWER_MILLIS);
        this.config = config;
        this.watch = watch;
    }

    private <T> T call(Operation operation, String key, Retries.Call<T> call) throws IOException {
        long start = System.nanoTime();
        StoreWatch.Result result = StoreWatch.Result.FAILED;
        try {
            T answer = Retries.call(call);
            result = StoreWatch.Result.DONE;
            return answer;
        } catch (MinioException e) {
            IOException failure = failure(operation, key, e);
            if (failure instanceof NoSuchFileException) {
                result = StoreWatch.Result.MISSING;
            }
            throw failure;
        } finally {
            watch.called(operation, result, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    @Override
    public List<StoredObject> list(String prefix) throws IOException {
        return call(Operation.LIST, prefix, () -> {
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
    }

    @Override
    public InputStream open(String key) throws IOException {
        return call(
                Operation.READ,
                key,
                () -> client.getObject(GetObjectArgs.builder()
                        .bucket(config.bucket())
                        .object(key)
                        .build()));
    }

    @Override
    public InputStream open(String key, long offset, long length) throws IOException {
        return call(
                Operation.READ,
                key,
                () -> client.getObject(GetObjectArgs.builder()
                        .bucket(config.bucket())
                        .object(key)
                        .offset(offset)
                        .length(length)
                        .build()));
    }

    @Override
    public long length(String key) throws IOException {
        return call(
                        Operation.LOOK_UP,
                        key,
                        () -> client.statObject(StatObjectArgs.builder()
                                .bucket(config.bucket())
                                .object(key)
                                .build()))
                .size();
    }

    @Override
    public void put(String key, Path file, String mediaType) throws IOException {
        UploadObjectArgs upload = upload(key, file, mediaType, PART_BYTES).build();
        call(Operation.WRITE, key, () -> client.uploadObject(upload));
    }

    @Override
    public boolean putIfAbsent(String key, Path file, String mediaType) throws IOException {
        UploadObjectArgs upload = upload(key, file, mediaType, LARGEST_CONDITIONAL_BYTES)
                .headers(new Http.Headers("If-None-Match", "*"))
                .build();
        return call(Operation.WRITE, key, () -> {
            try {
                client.uploadObject(upload);
                return true;
            } catch (ErrorResponseException e) {
                if (TAKEN.contains(e.errorResponse().code())) {
                    return false;
                }
                throw e;
            }
        });
    }

    private UploadObjectArgs.Builder upload(String key, Path file, String mediaType, long partBytes)
            throws IOException {
        try {
            return UploadObjectArgs.builder()
                    .bucket(config.bucket())
                    .object(key)
                    .filename(file.toString(), partBytes)
                    .contentType(mediaType);
        } catch (MinioException e) {
            throw failure(Operation.WRITE, key, e);
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
        call(Operation.DELETE, key, () -> {
            client.removeObject(RemoveObjectArgs.builder()
                    .bucket(config.bucket())
                    .object(key)
                    .build());
            return true;
        });
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

    private IOException failure(Operation operation, String key, MinioException e) {
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
        return new IOException(
                "The object store could not %s '%s': %s".formatted(operation.verb(), key, reason.getMessage()), e);
    }
}
