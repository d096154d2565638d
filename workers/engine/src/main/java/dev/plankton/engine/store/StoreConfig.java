package dev.plankton.engine.store;

import java.net.URI;

/**
 * The address of the object store and our credentials there.
 *
 * @param url http or https, no path
 * @param bucket an existing bucket
 */
public record StoreConfig(URI url, String bucket, String accessKey, String secretKey) {

    public StoreConfig {
        if (!("http".equals(url.getScheme()) || "https".equals(url.getScheme())) || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "PLANKTON_STORE_URL must be an http or https address, not '%s'.".formatted(url));
        }
        if (!bucket.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
            throw new IllegalArgumentException(
                    "PLANKTON_STORE_BUCKET must be an S3 bucket name (3 to 63 of a-z, 0-9, '.', '-'), not '%s'."
                            .formatted(bucket));
        }
    }

    @Override
    public String toString() {
        return "StoreConfig[url=%s, bucket=%s, accessKey=%s, secretKey=***]".formatted(url, bucket, accessKey);
    }
}
