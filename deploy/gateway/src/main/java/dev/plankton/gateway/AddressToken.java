package dev.plankton.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Request;

/** The token in an address, as in {@code /?token=...}. */
final class AddressToken {
    private static final String NAME = "token";

    private AddressToken() {}

    static Optional<String> in(Request request) {
        return parts(request)
                .filter(AddressToken::isToken)
                .map(part -> decoded(part.substring(part.indexOf('=') + 1)))
                .findFirst();
    }

    /** The path with everything else of its query. */
    static String without(Request request) {
        String others = parts(request).filter(part -> !isToken(part)).collect(Collectors.joining("&"));
        String path = request.getHttpURI().getPath();
        return others.isEmpty() ? path : path + "?" + others;
    }

    private static Stream<String> parts(Request request) {
        String query = request.getHttpURI().getQuery();
        return query == null ? Stream.empty() : Arrays.stream(query.split("&"));
    }

    /** However its name is escaped; otherwise the browser would be sent to the same address for ever. */
    private static boolean isToken(String part) {
        return part.contains("=")
                && decoded(part.substring(0, part.indexOf('='))).equals(NAME);
    }

    /** As it is, if it cannot be decoded: then it is part of a request to Conductor. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
