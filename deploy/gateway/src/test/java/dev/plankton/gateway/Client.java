package dev.plankton.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Sends requests exactly as they are written, which Java's own client would not. */
final class Client {
    private static final String TOKEN = "Bearer a token for this test";
    private final int port;

    /** An answer of the server, with its headers by their names. */
    record Answer(int status, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    Client(int port) {
        this.port = port;
    }

    Answer get(String path, Map<String, String> headers) throws IOException {
        return send("GET", path, headers, "");
    }

    /** With the token. */
    Answer enter(String path, Map<String, String> headers) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(Map.of("Authorization", TOKEN));
        all.putAll(headers);
        return send("GET", path, all, "");
    }

    /** With the token, as a browser that shows a page. */
    Answer raw(String path) throws IOException {
        return enter(path, Map.of("Accept", "text/html"));
    }

    Answer post(String path, String body) throws IOException {
        return send("POST", path, Map.of("Authorization", TOKEN), body);
    }

    private Answer send(String method, String path, Map<String, String> headers, String body) throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Host", "127.0.0.1:" + port);
        all.putAll(headers);
        all.put("Connection", "close");
        all.put("Content-Length", Integer.toString(body.length()));
        StringBuilder text = new StringBuilder("%s %s HTTP/1.1\r\n".formatted(method, path));
        all.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        text.append("\r\n").append(body);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
            return parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Answer parse(String text) {
        int end = text.indexOf("\r\n\r\n");
        List<String> lines = text.substring(0, end).lines().toList();
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            headers.put(
                    line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT),
                    line.substring(line.indexOf(':') + 1).strip());
        }
        String body = text.substring(end + 4);
        boolean chunked = "chunked".equalsIgnoreCase(headers.get("transfer-encoding"));
        return new Answer(
                Integer.parseInt(lines.getFirst().split(" ", 3)[1]), headers, chunked ? unchunked(body) : body);
    }

    private static String unchunked(String body) {
        StringBuilder whole = new StringBuilder();
        int at = 0;
        while (true) {
            int end = body.indexOf("\r\n", at);
            int length = Integer.parseInt(body.substring(at, end), 16);
            if (length == 0) {
                return whole.toString();
            }
            whole.append(body, end + 2, end + 2 + length);
            at = end + 2 + length + 2;
        }
    }
}
