import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** An S3 store with the settings of MinIO's image; keeps its objects in /data. */
public final class Store {
    private static final long LARGEST_SINGLE_PUT = 5L << 30;

    private Store() {}

    public static void main(String[] arguments) throws Exception {
        String secret = Files.readString(Path.of(System.getenv("MINIO_ROOT_PASSWORD_FILE"))).strip();
        S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(Files.createDirectories(Path.of("/data")).toString()))
                .endpoint(URI.create("http://0.0.0.0:9000"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, System.getenv("MINIO_ROOT_USER"), secret)
                .v4MaxNonChunkedRequestSize(LARGEST_SINGLE_PUT)
                .ignoreUnknownHeaders(true)
                .build()
                .start();
        Thread.currentThread().join();
    }
}
