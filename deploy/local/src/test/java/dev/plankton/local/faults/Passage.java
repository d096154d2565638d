package dev.plankton.local.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A proxy between clients and a server on this machine, which passes connections on or does not. */
final class Passage implements AutoCloseable {

    /** What happens to connections. */
    enum Mode {
        OPEN,
        /** No connection is possible. */
        CUT,
        /** Each request is answered with 503. */
        UNAVAILABLE
    }

    private static final String ANSWER =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>ServiceUnavailable</Code><Message>Try again.</Message></Error>";

    private final ServerSocket listener;
    private final URI server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Mode mode = Mode.OPEN;

    Passage(URI server) throws IOException {
        this(server, InetAddress.getLoopbackAddress());
    }

    /** @param here the address of this machine at which clients reach the proxy */
    Passage(URI server, InetAddress here) throws IOException {
        this.listener = new ServerSocket(0, 50, here);
        this.server = server;
        Thread.ofVirtual().start(this::accept);
    }

    /** The server's address through this proxy. */
    URI url() {
        return URI.create("http://%s:%d%s"
                .formatted(listener.getInetAddress().getHostAddress(), listener.getLocalPort(), server.getPath()));
    }

    /** Changes the mode. Unless it is {@code OPEN}, ends all connections. */
    void set(Mode wanted) {
        mode = wanted;
        if (wanted != Mode.OPEN) {
            open.forEach(Passage::closeQuietly);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                // closed, or the client is already gone
            }
        }
    }

    private void serve(Socket client) {
        open.add(client);
        try (client) {
            switch (mode) {
                case OPEN -> pass(client);
                case CUT -> {}
                case UNAVAILABLE -> refuse(client);
            }
        } catch (IOException e) {
            // one of the two is gone, so the other goes as well
        } finally {
            open.remove(client);
        }
    }

    private void pass(Socket client) throws IOException {
        try (Socket onwards = new Socket(server.getHost(), server.getPort())) {
            Thread back = Thread.ofVirtual().start(() -> copy(onwards, client));
            copy(client, onwards);
            back.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    private static void refuse(Socket client) throws IOException {
        InputStream in = client.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return;
            }
            head.append((char) next);
        }
        in.skipNBytes(length(head.toString())); // otherwise the client is cut off before it reads the answer
        OutputStream out = client.getOutputStream();
        out.write(
                "HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/xml\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                        .formatted(ANSWER.length(), ANSWER)
                        .getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static long length(String head) {
        return head.lines()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .filter(line -> line.startsWith("content-length:"))
                .mapToLong(line ->
                        Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is not used any more anyway
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        open.forEach(Passage::closeQuietly);
    }
}
