package dev.plankton.app;

import dev.plankton.engine.store.StoreConfig;
import io.minio.BucketExistsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import java.io.IOException;

/** Creates the bucket if the store does not have it yet. */
public final class Bucket {

    private Bucket() {}

    /** @return whether it had to be created */
    public static boolean create(StoreConfig store) throws IOException {
        MinioClient client = MinioClient.builder()
                .endpoint(store.url().toString())
                .credentials(store.accessKey(), store.secretKey())
                .region("us-east-1")
                .build();
        try {
            if (client.bucketExists(
                    BucketExistsArgs.builder().bucket(store.bucket()).build())) {
                return false;
            }
            client.makeBucket(MakeBucketArgs.builder().bucket(store.bucket()).build());
            return true;
        } catch (MinioException e) {
            throw new IOException("Bucket %s cannot be created: %s".formatted(store.bucket(), e.getMessage()), e);
        }
    }
}
