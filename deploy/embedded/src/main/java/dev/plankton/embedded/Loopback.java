package dev.plankton.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of the loopback address. */
public final class Loopback {
    public static final String ADDRESS = "127.0.0.1";

    private Loopback() {}

    /** The given port if it is free, or any free port for 0. Throws an IOException if the port is taken. */
    public static int port(String part, int wanted) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(ADDRESS), wanted));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IOException(
                    "%s cannot listen on port %d of %s: %s.".formatted(part, wanted, ADDRESS, e.getMessage()), e);
        }
    }
}
