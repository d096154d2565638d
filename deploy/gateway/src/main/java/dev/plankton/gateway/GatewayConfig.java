package dev.plankton.gateway;

import dev.plankton.engine.service.Environment;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * What the gateway serves, and to whom.
 *
 * @param address to listen on, such as 127.0.0.1
 * @param port to listen on
 * @param conductor Conductor's API, ending in {@code /api/}
 * @param token what a browser must know; empty if everybody who reaches the gateway may use it
 * @param publicUrl where browsers reach it, if that is another address
 */
public record GatewayConfig(
        String address, int port, URI conductor, UserInterface ui, Optional<String> token, Optional<URI> publicUrl) {
    /** The port unless another is asked for. */
    public static final int DEFAULT_PORT = 8127;

    /** Where browsers of this machine reach it unless another address is given. */
    public static final URI LOCAL = URI.create("http://127.0.0.1:" + DEFAULT_PORT);

    private static final String TOKEN = "PLANKTON_GATEWAY_TOKEN";
    private static final String NO_TOKEN = "none";
    private static final int SHORTEST_TOKEN = 16;

    /**
     * The token that the environment names, or the given one.
     *
     * @return empty if the environment says {@code none}
     * @throws IllegalArgumentException if the environment's token could be guessed
     */
    public static Optional<String> token(Map<String, String> environment, Optional<String> otherwise) {
        Optional<String> named = Environment.value(environment, TOKEN);
        if (named.isPresent() && named.get().equals(NO_TOKEN)) {
            return Optional.empty();
        }
        named.filter(token -> token.length() < SHORTEST_TOKEN).ifPresent(token -> {
            throw new IllegalArgumentException(
                    "%s must have at least %d characters, or be '%s' where a proxy asks for a password."
                            .formatted(TOKEN, SHORTEST_TOKEN, NO_TOKEN));
        });
        if (named.isEmpty() && otherwise.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s is not set; give at least %d characters, or '%s' where a proxy asks for a password."
                            .formatted(TOKEN, SHORTEST_TOKEN, NO_TOKEN));
        }
        return named.or(() -> otherwise);
    }

    /** The token that the environment names, for those who only need to know it; empty if there is none. */
    public static Optional<String> token(Map<String, String> environment) {
        return Environment.value(environment, TOKEN).filter(token -> !token.equals(NO_TOKEN));
    }

    @Override
    public String toString() {
        return "GatewayConfig[address=%s, port=%d, ui=%s, token=***]".formatted(address, port, ui);
    }
}
