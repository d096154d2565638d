package dev.plankton.gateway;

import dev.plankton.contracts.json.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Who may use the gateway. A browser that showed the token once keeps a cookie, which is a hash of it. The names of the
 * host and of the page that asks are checked, so that no other site can use a visitor's browser.
 */
final class Access {
    private static final String BEARER = "Bearer ";

    private final Optional<String> token;
    private final String cookieName;
    private final List<String> authorities;
    private final boolean encrypted;

    Access(GatewayConfig config) {
        int port = config.port();
        this.token = config.token();
        this.cookieName = "plankton-" + port; // browsers do not tell the ports of a host apart
        this.authorities = Stream.concat(
                        Stream.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port),
                        config.publicUrl().map(Access::authority).stream())
                .toList();
        this.encrypted = config.publicUrl()
                .filter(url -> "https".equals(url.getScheme()))
                .isPresent();
    }

    private static String authority(URI url) {
        return url.getAuthority().toLowerCase(Locale.ROOT);
    }

    boolean knowsHost(Request request) {
        String host = request.getHeaders().get(HttpHeader.HOST);
        return host != null && authorities.contains(host.toLowerCase(Locale.ROOT));
    }

    /** Whether the page that sent the request, if there is one, is ours. */
    boolean knowsOrigin(Request request) {
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (origin == null) {
            return true;
        }
        String lower = origin.toLowerCase(Locale.ROOT);
        return authorities.stream()
                .anyMatch(known -> lower.equals("http://" + known) || lower.equals("https://" + known));
    }

    /** Whether it shows the cookie or, as programs do, the token in the header {@code Authorization}. */
    boolean permits(Request request) {
        if (token.isEmpty()) {
            return true;
        }
        String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        if (header != null && header.startsWith(BEARER)) {
            return isToken(header.substring(BEARER.length()));
        }
        return Request.getCookies(request).stream()
                .filter(cookie -> cookie.getName().equals(cookieName))
                .anyMatch(cookie -> same(cookie.getValue(), Json.digest(token.get())));
    }

    boolean isToken(String given) {
        return token.isPresent() && same(given, token.get());
    }

    HttpCookie cookie() {
        return HttpCookie.build(cookieName, Json.digest(token.orElseThrow()))
                .path("/")
                .httpOnly(true)
                .secure(encrypted)
                .sameSite(HttpCookie.SameSite.LAX)
                .build();
    }

    /** Takes as long for a wrong value as for the right one. */
    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
