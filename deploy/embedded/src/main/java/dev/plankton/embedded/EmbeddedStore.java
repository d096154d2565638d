package dev.plankton.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.jspecify.annotations.Nullable;

/**
 * An S3 store within this JVM that keeps its objects as files, one folder for each bucket. It does not support tags or
 * versions.
 */
public final class EmbeddedStore implements AutoCloseable {
    /** Name of the bucket that it has from the start. */
    public static final String BUCKET = "plankton";

    /** The folder of the buckets, inside that of the store. */
    static final String OBJECTS = "objects";

    private static final long STOP_MILLIS = 1_000;
    private static final long LARGEST_SINGLE_PUT = 5L << 30;

    private final Path objects;
    private final URI url;
    private final String accessKey;
    private final String secretKey;
    private @Nullable S3Proxy proxy;

    private EmbeddedStore(Path objects, URI url, String accessKey, String secretKey) {
        this.objects = objects;
        this.url = url;
        this.accessKey = accessKey;
        this.secretKey = secretKey;
    }

    /**
     * Starts the store on a folder, which keeps its objects and its credentials.
     *
     * @param port 0 takes a free one
     */
    public static EmbeddedStore start(Path folder, int port) throws IOException {
        Secrets secrets = new Secrets(PrivateFiles.folder(folder).resolve("secrets"));
        Path objects = PrivateFiles.folder(folder.resolve(OBJECTS));
        PrivateFiles.folder(objects.resolve(BUCKET));
        URI url = URI.create("http://%s:%d".formatted(Loopback.ADDRESS, Loopback.port("The S3 store", port)));
        EmbeddedStore store =
                new EmbeddedStore(objects, url, secrets.get("access-key", 10), secrets.get("secret-key", 20));
        store.restart();
        return store;
    }

    /** Starts it again, at the same address, after it was stopped. */
    public synchronized void restart() throws IOException {
        stop();
        S3Proxy started = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(objects.toString()))
                .endpoint(url)
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, accessKey, secretKey)
                .v4MaxNonChunkedRequestSize(LARGEST_SINGLE_PUT)
                .ignoreUnknownHeaders(true)
                .stopTimeout(STOP_MILLIS)
                .build();
        try {
            started.start();
        } catch (Exception e) {
            throw new IOException("The S3 store cannot be started: " + e.getMessage(), e);
        }
        proxy = started;
    }

    /** Stops it; its objects stay. Does nothing if it is stopped. */
    public synchronized void stop() throws IOException {
        S3Proxy running = proxy;
        proxy = null;
        if (running != null) {
            try {
                running.stop();
            } catch (TimeoutException e) {
                // it is stopped nevertheless; connections that clients kept open were cut
            } catch (Exception e) {
                throw new IOException("The S3 store cannot be stopped: " + e.getMessage(), e);
            }
        }
    }

    /** Where it listens, without a path. */
    public URI url() {
        return url;
    }

    public String bucket() {
        return BUCKET;
    }

    public String accessKey() {
        return accessKey;
    }

    public String secretKey() {
        return secretKey;
    }

    @Override
    public void close() throws IOException {
        stop();
    }
}
